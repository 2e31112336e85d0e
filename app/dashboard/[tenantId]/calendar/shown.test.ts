import { expect, test } from "vitest";
import { calendarKey, calendarQuery, datesOf, readShown } from "./shown";

const today = "2026-11-28";
const read = (query: string) => readShown(new URLSearchParams(query), today);

test("an address is read as far as it can be, and written as short as it can be", () => {
  expect(read("")).toEqual({ view: "day", date: today, person: "", status: "", service: "", category: "" });
  expect(read("view=month&date=2026-13-40&person=me")).toEqual(read(""));
  const person = "00000000-0000-4000-8000-000000000001";
  const shown = read(`view=week&date=2026-12-02&person=${person}`);
  expect(calendarQuery(shown, today)).toBe(`?view=week&date=2026-12-02&person=${person}`);
  expect(calendarQuery(read(""), today)).toBe("?");
  expect(read("status=gone&service=all")).toEqual(read(""));
  const looking = read("status=here&category=Hair+%26+nails");
  expect(looking).toMatchObject({ status: "here", category: "Hair & nails" });
  expect(calendarQuery(looking, today)).toBe("?status=here&category=Hair+%26+nails");
  // Of a service and a category the service is meant.
  expect(calendarQuery(read(`service=${person}&category=Hair`), today)).toBe(`?service=${person}`);
});

test("a week begins on Monday, over the end of a year as well", () => {
  expect(datesOf({ view: "week", date: "2026-11-29" })).toEqual({ from: "2026-11-23", to: "2026-11-29" });
  expect(datesOf({ view: "week", date: "2027-01-01" })).toEqual({ from: "2026-12-28", to: "2027-01-03" });
  expect(calendarKey("t", { view: "day", date: today })).toBe(
    "/api/dashboard/t/calendar?from=2026-11-28&to=2026-11-28",
  );
});
