import { expect, test } from "vitest";
import { areaNames, areaOf, areas, subjectsOf } from "./areas";

test("an event is in the area of its subject, and in the house where no area has it", () => {
  expect(["booking.placed", "payment.settled", "stock.low", "review.written", "timeoff.asked"].map(areaOf)).toEqual([
    "bookings",
    "money",
    "stock",
    "customers",
    "house",
  ]);
});

test("no subject is in two areas, and the house is what is in none of them", () => {
  const all = areaNames.flatMap((area) => areas[area].subjects as readonly string[]);
  expect(new Set(all).size).toBe(all.length);
  expect(subjectsOf("house")).toEqual({ subjects: all, within: false });
});
