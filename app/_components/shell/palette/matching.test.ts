import { expect, test } from "vitest";
import { matching } from "./matching";

const all = ["New booking", "Booking page", "Waitlist", "Walk-in"].map((label) => ({ label }));
const found = (typed: string) => matching(all, typed).map(({ label }) => label);

test("the beginnings of words, in any order, whatever stands between them", () => {
  expect(found("bo")).toEqual(["New booking", "Booking page"]);
  expect(found("page boo")).toEqual(["Booking page"]);
  expect(found("WALK IN")).toEqual(["Walk-in"]);
  expect(found("king")).toEqual([]);
  expect(found("  ")).toHaveLength(4);
});
