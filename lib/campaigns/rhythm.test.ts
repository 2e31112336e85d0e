import fc from "fast-check";
import { expect, test } from "vitest";
import { missedFrom, rhythmDays, usualGap } from "./rhythm";

const dayMs = 86_400_000;
const days = (...all: number[]) => all.map((day) => day * dayMs);

test("the usual gap is the one in the middle; who was here once comes as others do", () => {
  expect(usualGap(days(0, 30, 60, 260), 45)).toBe(30);
  expect(usualGap(days(0, 20, 50), 45)).toBe(25);
  expect(usualGap(days(10), 45)).toBe(45);
  expect(usualGap([], 45)).toBe(45);
  // Two visits on one day are one.
  expect(usualGap(days(10, 10.2), 45)).toBe(45);
  expect(usualGap(days(0, 2, 4), 45)).toBe(rhythmDays.least);
});

test("somebody is missed after one and a half times that, or however often the house says", () => {
  expect(missedFrom(60 * dayMs, days(0, 30, 60), { afterPercent: 150, usualDays: 45 })).toBe(105 * dayMs);
  expect(missedFrom(60 * dayMs, days(60), { afterPercent: 200, usualDays: 45 })).toBe(150 * dayMs);
});

test("whatever the visits: it stays within its bounds, follows no order, and more patience is never sooner", () => {
  const visits = fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 30 });
  const usual = fc.integer({ min: rhythmDays.least, max: rhythmDays.most });
  const percent = fc.integer({ min: 100, max: 500 });
  fc.assert(
    fc.property(visits, usual, percent, percent, (all, usualDays, one, other) => {
      const at = all.map((hours) => hours * 3_600_000);
      const gap = usualGap(at, usualDays);
      expect(gap).toBeGreaterThanOrEqual(rhythmDays.least);
      expect(gap).toBeLessThanOrEqual(rhythmDays.most);
      expect(usualGap([...at].reverse(), usualDays)).toBe(gap);
      const from = (afterPercent: number) => missedFrom(0, at, { afterPercent, usualDays });
      expect(from(Math.max(one, other))).toBeGreaterThanOrEqual(from(Math.min(one, other)));
    }),
  );
});
