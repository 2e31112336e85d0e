import { expect, test } from "vitest";
import { kenyanHolidays } from "./holidays";

const datesOf = (year: number) => kenyanHolidays(year).map(({ date, name }) => `${date} ${name}`);

test("Kenya's holidays of a year, those of Easter among them", () =>
  expect(datesOf(2026)).toEqual([
    "2026-01-01 New Year's Day",
    "2026-04-03 Good Friday",
    "2026-04-06 Easter Monday",
    "2026-05-01 Labour Day",
    "2026-06-01 Madaraka Day",
    "2026-10-10 Mazingira Day",
    "2026-10-20 Mashujaa Day",
    "2026-12-12 Jamhuri Day",
    "2026-12-25 Christmas Day",
    "2026-12-26 Boxing Day",
  ]));

test("one that falls on a Sunday is kept on the next day that is none", () => {
  // 25 December 2022 was a Sunday, and the Monday after it was Boxing Day.
  expect(datesOf(2022).slice(-2)).toEqual(["2022-12-26 Boxing Day", "2022-12-27 Christmas Day"]);
  expect(datesOf(2021)).toContain("2021-12-27 Boxing Day");
  expect(datesOf(2025)).toContain("2025-06-02 Madaraka Day");
});

test.each([
  [2019, "2019-04-22"],
  [2024, "2024-04-01"],
  [2025, "2025-04-21"],
  [2027, "2027-03-29"],
  [2038, "2038-04-26"],
])("Easter Monday of %i is %s", (year, date) => expect(datesOf(year)).toContain(`${date} Easter Monday`));
