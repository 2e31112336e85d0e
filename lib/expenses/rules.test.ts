import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAfterSteps, nextAfter } from "./rules";

test("every month on the 31st is its last day where there is none, and the 31st again afterwards", () => {
  const days = [0, 1, 2, 3, 13].map((steps) => dayAfterSteps("2027-01-31", "month", steps));
  expect(days).toEqual(["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2028-02-29"]);
  expect(nextAfter("2027-01-31", "month", "2027-02-28")).toBe("2027-03-31");
  expect(nextAfter("2027-01-31", "month", "2027-01-30")).toBe("2027-01-31");
  expect(nextAfter("2026-12-30", "week", "2026-12-30")).toBe("2027-01-06");
});

test("whatever the day, the next one comes after it and is one of the row", () => {
  const day = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, fc.constantFrom("week" as const, "month" as const), (from, after, every) => {
      const next = nextAfter(from, every, after);
      expect(next > after || next === from).toBe(true);
      const row = Array.from({ length: 600 }, (_, steps) => dayAfterSteps(from, every, steps));
      expect(row).toContain(next);
      expect(row.filter((one) => one > after && one < next)).toEqual([]);
    }),
  );
});
