import fc from "fast-check";
import { expect, test } from "vitest";
import { atMinute, daysBetween, localDate, wallMinute, weekdayOf } from "@/lib/platform/calendar";
import { seriesTimes, seriesWeeks } from "./rules";
import { seriesDates } from "./series-dates";

const zones = ["Africa/Nairobi", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca"];
const asked = fc.record({
  zone: fc.constantFrom(...zones),
  day: fc.integer({ min: 0, max: 3_650 }),
  minute: fc.integer({ min: 0, max: 1_439 }),
  weeks: fc.integer({ min: seriesWeeks.least, max: seriesWeeks.most }),
  times: fc.integer({ min: seriesTimes.least, max: seriesTimes.most }),
});

test("each date has the weekday and the wall clock of the first, so many weeks on, or says that there is no such time", () => {
  fc.assert(
    fc.property(asked, ({ zone, day, minute, weeks, times }) => {
      const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      const first = atMinute(date, minute, zone);
      const found = seriesDates(first, { weeks, times }, zone);
      expect(found).toHaveLength(times);
      expect(found[0]).toEqual({ date: localDate(first, zone), at: first });
      for (const [n, one] of found.entries()) {
        expect(daysBetween(found[0]!.date, one.date)).toBe(n * weeks * 7);
        expect(weekdayOf(one.date)).toBe(weekdayOf(found[0]!.date));
        if (!one.at) continue;
        expect(localDate(one.at, zone)).toBe(one.date);
        expect(wallMinute(one.at, zone)).toBe(wallMinute(first, zone));
      }
    }),
  );
});

test("clocks that change keep the time on the wall; an hour that they leave out is no time", () => {
  const zone = "Europe/Berlin";
  const at = (iso: string) =>
    seriesDates(new Date(iso), { weeks: 1, times: 3 }, zone).map((one) => one.at?.toISOString());
  // On 28 March 2027 it is 3:00 after 1:59.
  expect(at("2027-03-21T09:00:00Z")).toEqual([
    "2027-03-21T09:00:00.000Z",
    "2027-03-28T08:00:00.000Z",
    "2027-04-04T08:00:00.000Z",
  ]);
  expect(at("2027-03-21T01:30:00Z")).toEqual(["2027-03-21T01:30:00.000Z", undefined, "2027-04-04T00:30:00.000Z"]);
});
