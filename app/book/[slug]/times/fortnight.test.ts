import { expect, test } from "vitest";
import { addDays } from "@/lib/platform/calendar";
import { fortnight } from "./fortnight";

const today = "2026-11-24";
const slot = { startsAt: "2026-11-24T09:00:00Z", staffId: "s", totalMinor: 0 };
/** Sixty-two days, free on these days from now. */
const days = (...free: number[]) =>
  Array.from({ length: 62 }, (_, ahead) => ({
    date: addDays(today, ahead),
    slots: free.includes(ahead) ? [slot] : [],
  }));
const nothing = { day: null, from: null };

test("without a wish the first free day is shown", () => {
  const seen = fortnight(days(2, 3), nothing);
  expect(seen.day?.date).toBe("2026-11-26");
  expect(seen.days).toHaveLength(14);
  expect(seen.days[0]?.date).toBe(today);
});

test("a first free day far ahead brings its weeks into view", () => {
  const seen = fortnight(days(23), nothing);
  expect(seen.days.map(({ date }) => date)).toContain("2026-12-17");
  expect(seen.day?.date).toBe("2026-12-17");
});

test("a day without times stays chosen and says where to look", () => {
  const seen = fortnight(days(1, 4, 20), { day: addDays(today, 5), from: null });
  expect(seen.day?.slots).toEqual([]);
  expect(seen.nextFree).toBe(addDays(today, 20));
});

test("weeks go forward only as far as there is something, and back to today", () => {
  expect(fortnight(days(0, 1), nothing)).toMatchObject({ earlier: null, later: null });
  const first = fortnight(days(0, 16), nothing);
  expect(first.later).toBe(addDays(today, 7));
  const second = fortnight(days(0, 16), { day: null, from: first.later });
  expect(second).toMatchObject({ earlier: today, later: null });
  expect(second.day?.date).toBe(addDays(today, 16));
});

test("a day keeps its place when it is opened from a moved fortnight", () => {
  const seen = fortnight(days(9), { day: addDays(today, 9), from: addDays(today, 7) });
  expect(seen.days[0]?.date).toBe(addDays(today, 7));
  expect(seen.day?.date).toBe(addDays(today, 9));
});

test("nothing free at all", () => {
  expect(fortnight(days(), nothing)).toMatchObject({ day: null, nextFree: null, later: null });
});

test("wishes from the past or nonsense are today", () => {
  expect(fortnight(days(0), { day: "2020-01-01", from: "2020-01-01" }).day?.date).toBe(today);
});
