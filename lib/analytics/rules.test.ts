import { expect, test } from "vitest";
import { monthOf } from "./rules";

test("a month goes from its first day to its last", () => {
  expect(monthOf("2028-02-10")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  expect(monthOf("2026-01-31", -1)).toEqual({ from: "2025-12-01", to: "2025-12-31" });
  expect(monthOf("2026-12-01", 1)).toEqual({ from: "2027-01-01", to: "2027-01-31" });
});
