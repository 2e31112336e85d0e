import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "@/lib/platform/calendar";
import { periodQuery, revenueRowsQuery } from "./input";
import { withAgainst } from "./internal/period-rows";
import { daysOf, periodOf } from "./period";
import { comparisons, presets } from "./rules";

const at = (today: string, query: object) => periodOf(periodQuery.parse(query), today);
const daysIn = (today: string, period: string) => {
  const { from, to } = at(today, { period });
  return `${from} ${to}`;
};

test("named periods are days of the calendar, also over the turn of a year", () => {
  expect(presets.map((period) => daysIn("2027-01-02", period))).toEqual([
    "2027-01-02 2027-01-02",
    "2026-12-27 2027-01-02",
    "2026-12-04 2027-01-02",
    "2027-01-01 2027-01-31",
    "2026-12-01 2026-12-31",
    "2027-01-01 2027-03-31",
    "2027-01-01 2027-12-31",
  ]);
  expect(daysIn("2028-02-29", "month")).toBe("2028-02-01 2028-02-29");
  expect(daysIn("2026-11-29", "quarter")).toBe("2026-10-01 2026-12-31");
  expect(at("2026-11-29", {})).toMatchObject({ from: "2026-11-01", to: "2026-11-30", preset: "month", against: null });
});

test("a month is compared with a month, and days with as many days", () => {
  const against = (today: string, query: object) => at(today, query).against;
  // All of October with all of September: its last day is in it.
  expect(against("2026-11-29", { period: "last_month", compare: "before" })).toEqual({
    ...{ from: "2026-09-01", to: "2026-09-30" },
  });
  // Of this month 29 days have passed.
  expect(against("2026-11-29", { period: "month", compare: "before" })).toEqual({
    from: "2026-10-01",
    to: "2026-10-29",
  });
  // The 30th of March has none in February.
  expect(against("2027-03-30", { period: "month", compare: "before" })).toEqual({
    from: "2027-02-01",
    to: "2027-02-28",
  });
  expect(against("2026-11-29", { period: "7d", compare: "before" })).toEqual({ from: "2026-11-16", to: "2026-11-22" });
  expect(against("2026-11-29", { period: "7d", compare: "year" })).toEqual({ from: "2025-11-23", to: "2025-11-29" });
  expect(against("2027-06-01", { from: "2025-11-29", to: "2026-11-29", compare: "year" })).toEqual({
    ...{ from: "2024-11-29", to: "2025-11-28" },
  });
  const leap = { from: "2028-02-01", to: "2028-02-29" };
  expect(against("2028-06-01", { ...leap, compare: "year" })).toEqual({ from: "2027-02-01", to: "2027-02-28" });
  expect(against("2029-06-01", { from: "2029-02-01", to: "2029-02-28", compare: "year" })).toEqual(leap);
});

test("days that are none are refused, each with why", () => {
  const refused = (query: object) =>
    periodQuery.safeParse(query).error?.issues.map(({ path, message }) => [...path, message]);
  expect(refused({ from: "2026-11-30", to: "2026-11-01" })).toEqual([["to", "is before the first day"]]);
  const cursor = (day: string) =>
    revenueRowsQuery.safeParse({ cursor: `${day} 019ac000-0000-7000-8000-000000000001` }).success;
  expect(["2026-11-01", "0000-01-01", "2026-02-30"].map(cursor)).toEqual([true, false, false]);
  expect(refused({ from: "2026-11-01" })).toEqual([["to", "say the first day and the last"]]);
  expect(refused({ from: "2026-01-01", to: "2027-01-02" })).toEqual([["to", "at most a year at once"]]);
  expect(refused({ period: "month", from: "2026-01-01", to: "2026-01-02" })?.[0]?.[0]).toBe("period");
  expect(refused({ period: "decade", compare: "never" })).toEqual([
    ["period", "is not a period"],
    ["compare", "is not a comparison"],
  ]);
  // What a form sends empty asks for nothing.
  expect(refused({ period: "", from: "", to: "", compare: "" })).toBeUndefined();
  expect(refused({ from: "2028-01-01", to: "2028-12-31" })).toBeUndefined();
});

test("whatever the days: those before end the day before, are as many, and never more than have passed", () => {
  const someDay = fc.integer({ min: -800, max: 800 }).map((days) => addDays("2026-11-29", days));
  fc.assert(
    fc.property(
      someDay,
      someDay,
      fc.integer({ min: 0, max: 365 }),
      fc.constantFrom(...comparisons),
      (today, from, length, compare) => {
        const to = addDays(from, length);
        const { against } = at(today, { from, to, compare });
        const whole = from.endsWith("-01") && addDays(to, 1).endsWith("-01");
        const passed = today >= from && today < to ? daysBetween(from, today) : length;
        expect(daysBetween(against!.from, against!.to)).toBeLessThanOrEqual(whole ? passed + 3 : passed + 1);
        if (compare === "before" && !whole) expect(addDays(against!.from, length + 1)).toBe(from);
        if (compare === "before" && passed === length) expect(addDays(against!.to, 1)).toBe(from);
        expect(against!.to < from).toBe(true);
      },
    ),
  );
  fc.assert(
    fc.property(someDay, fc.constantFrom(...presets), (today, period) => {
      const { from, to } = at(today, { period });
      expect(from <= today && (period === "last_month" || today <= to)).toBe(true);
      expect(daysOf({ from, to }).at(-1)).toBe(to);
    }),
  );
});

test("whoever came before is looked for in whole months on both sides", () => {
  const [, other] = withAgainst(at("2026-11-15", { period: "month", compare: "before" }));
  expect(other).toEqual({ from: "2026-10-01", to: "2026-10-15", whole: { from: "2026-10-01", to: "2026-10-31" } });
});
