import { describe, expect, test } from "vitest";
import { addDays, atMinute, localDate, startOfDay, weekdayOf } from "@/lib/platform/calendar";
import { away, type BusinessHours, breaksOn, type Hours, type LocalTime, shiftsOn } from "./hours";
import { unite } from "./spans";
import type { Line, Rules } from "./visit";
import { openStarts } from "./visit-plan";

const localIn = (zone: string): LocalTime => ({
  addDays,
  weekdayOf,
  minuteAt: (date, minute) => atMinute(date, minute, zone).getTime() / 60_000,
});
const nairobi = localIn("Africa/Nairobi");
const iso = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 16);
const everyDay = (...windows: [number, number][]) =>
  [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) => windows.map(([from, to]) => ({ weekday, from, to })));
const on = (date: string, own: Hours, business?: BusinessHours) =>
  shiftsOn(own, { from: date, to: date }, nairobi, business)
    .map(({ from, to }) => `${iso(from + 180)}–${iso(to + 180)}`)
    .filter((shift) => shift.startsWith(date))
    .map((shift) => shift.replaceAll(`${date}T`, ""));

const business: BusinessHours = {
  weekly: everyDay([480, 1080]),
  dated: new Map([
    ["2026-12-24", [{ from: 480, to: 840 }]],
    ["2026-12-31", []],
    ["2026-12-12", [{ from: 600, to: 720 }]],
  ]),
  holidays: new Set(["2026-12-12", "2026-12-25"]),
};
const own: Hours = {
  weekly: everyDay([540, 720], [780, 1200]),
  dated: new Map([["2026-12-02", [{ from: 600, to: 660 }]]]),
};
const none: Hours = { weekly: [] };

describe("whose hours count", () => {
  test.each([
    ["own hours, whatever the business's week says", "2026-12-01", own, ["09:00–12:00", "13:00–20:00"]],
    ["without own hours the business's", "2026-12-01", none, ["08:00–18:00"]],
    ["a date of one's own goes before the week", "2026-12-02", own, ["10:00–11:00"]],
    ["a short day of the business cuts everybody's", "2026-12-24", own, ["09:00–12:00", "13:00–14:00"]],
    ["and is the day of those without hours", "2026-12-24", none, ["08:00–14:00"]],
    ["closing the business closes all", "2026-12-31", own, []],
    ["closing the business closes all, those without hours too", "2026-12-31", none, []],
    ["on a public holiday nobody works", "2026-12-25", own, []],
    ["unless the business opens on that date", "2026-12-12", own, ["10:00–12:00"]],
  ])("%s", (_, date, of, shifts) => expect(on(date, of, business)).toEqual(shifts));

  test("without a business's hours nobody is there but by their own", () => expect(on("2026-12-01", none)).toEqual([]));
  test("a weekday off is off", () => {
    const weekdays: Hours = { weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 600 })) };
    expect(on("2026-12-05", weekdays, business)).toEqual([]);
    expect(on("2026-12-07", weekdays, business)).toEqual(["09:00–10:00"]);
  });
  test("a night belongs to the date on which it begins: closing the next day leaves it whole", () => {
    const nights: Hours = { weekly: everyDay([1320, 1560]) };
    const shut: BusinessHours = { weekly: [], dated: new Map([["2026-12-02", []]]) };
    expect(shiftsOn(nights, { from: "2026-12-02", to: "2026-12-02" }, nairobi, shut).map((s) => iso(s.to))).toEqual([
      "2026-12-01T23:00",
    ]);
  });
});

describe("breaks", () => {
  test("come back every week, or once; nobody is served in them, whatever seats a class has", () => {
    const breaks = breaksOn(
      [
        { weekday: 2, from: 780, to: 840 },
        { date: "2026-12-02", from: 600, to: 615 },
      ],
      { from: "2026-12-01", to: "2026-12-02" },
      nairobi,
    );
    expect(breaks).toEqual([
      { ...away(breaks[0]!), from: nairobi.minuteAt("2026-12-01", 780), to: nairobi.minuteAt("2026-12-01", 840) },
      { ...away(breaks[1]!), from: nairobi.minuteAt("2026-12-02", 600), to: nairobi.minuteAt("2026-12-02", 615) },
    ]);
  });
});

/** Starts of a whole month of nights, so that every change of the clock falls into work. */
function month(zone: string, from: string, to: string, viewer = zone) {
  const local = localIn(zone);
  const shifts = shiftsOn({ weekly: everyDay([0, 1440]) }, { from: addDays(from, -1), to: addDays(to, 1) }, local);
  const windows = unite(shifts);
  const segments = [{ kind: "work" as const, minutes: 30 }];
  const midnight = (date: string) => startOfDay(date, viewer).getTime() / 60_000;
  const line: Line = {
    serviceId: "s",
    staff: [{ person: { id: "a", shifts, windows, busy: [] }, segments, before: 0, after: 0 }],
  };
  const rules: Rules = {
    buffers: "larger",
    step: 30,
    starts: "on_step",
    notBefore: midnight(from),
    until: midnight(addDays(to, 1)),
  };
  const perDate = new Map<string, number>();
  for (const { start } of openStarts([line], rules)) {
    const date = localDate(new Date(start * 60_000), viewer);
    perDate.set(date, (perDate.get(date) ?? 0) + 1);
  }
  return perDate;
}
const unusual = (days: Map<string, number>) => [...days].filter(([, starts]) => starts !== 48);

describe("a month in which the clock is moved", () => {
  test.each([
    ["Europe/London", "2026-03-01", "2026-03-31", [["2026-03-29", 46]]],
    ["Europe/London", "2026-10-01", "2026-10-31", [["2026-10-25", 50]]],
    ["America/New_York", "2026-03-01", "2026-03-31", [["2026-03-08", 46]]],
    ["America/New_York", "2026-11-01", "2026-11-30", [["2026-11-01", 50]]],
    // Half an hour each way.
    ["Australia/Lord_Howe", "2026-04-01", "2026-04-30", [["2026-04-05", 49]]],
    ["Australia/Lord_Howe", "2026-10-01", "2026-10-31", [["2026-10-04", 47]]],
    ["Africa/Nairobi", "2026-03-01", "2026-03-31", []],
    ["Africa/Nairobi", "2026-10-01", "2026-11-30", []],
  ])("%s from %s to %s has every half hour once", (zone, from, to, odd) =>
    expect(unusual(month(zone, from, to))).toEqual(odd),
  );

  test("a window that begins in the hour that is skipped begins after it", () => {
    const london = localIn("Europe/London");
    const [, shift] = shiftsOn({ weekly: everyDay([90, 180]) }, { from: "2026-03-29", to: "2026-03-29" }, london);
    expect([iso(shift!.from), iso(shift!.to)]).toEqual(["2026-03-29T01:30", "2026-03-29T02:00"]);
  });
});

describe("somebody who looks on from far away", () => {
  test.each(["Pacific/Pago_Pago", "Pacific/Kiritimati"])("in %s sees whole days of their own", (viewer) => {
    const days = month("Africa/Nairobi", "2026-03-01", "2026-03-31", viewer);
    expect(days.size).toBe(31);
    expect(unusual(days)).toEqual([]);
  });
});
