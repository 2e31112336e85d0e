import fc from "fast-check";
import { expect, test } from "vitest";
import { goneBy, type Lot, leftByTime, nextToGo, pointsFor, pointsKept } from "./reckon";
import { missing, progress } from "./rules";

const minor = fc.integer({ min: 0, max: 5_000_000 });
const line = fc.record({
  leftMinor: minor,
  minorPerPoint: fc.option(fc.constantFrom(100_00, 50_00, 333)),
});
const lines = fc.array(line, { maxLength: 6 });
const whole = (all: readonly { leftMinor: number }[]) => all.reduce((sum, { leftMinor }) => sum + leftMinor, 0);

test("a hundred shillings are a point, lines of one rate together, and what is excluded earns nothing", () => {
  const at = (leftMinor: number, minorPerPoint: number | null = 100_00) => ({ leftMinor, minorPerPoint });
  expect(pointsFor([at(2_499_00)], 2_499_00)).toBe(24);
  expect(pointsFor([at(150_00), at(150_00)], 300_00)).toBe(3);
  expect(pointsFor([at(1_000_00), at(1_000_00, 50_00), at(1_000_00, null)], 3_000_00)).toBe(30);
  expect(pointsFor([at(1_000_00)], 500_00)).toBe(5);
  expect(pointsFor([at(1_000_00)], -5)).toBe(0);
  expect(pointsFor([], 0)).toBe(0);
});

test("what is given back never makes more of it, and all of it makes nothing", () => {
  fc.assert(
    fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (sold, part) => {
      const kept = Math.floor(whole(sold) * part);
      const full = pointsFor(sold, whole(sold));
      const some = pointsFor(sold, kept);
      expect(some).toBeGreaterThanOrEqual(0);
      expect(some).toBeLessThanOrEqual(full);
      expect(pointsFor(sold, 0)).toBe(0);
      expect(pointsFor(sold, whole(sold) + 1)).toBe(full);
    }),
  );
});

test("points that stand of a sale go down with what is kept of it, and come back with it", () => {
  fc.assert(
    fc.property(fc.nat(100_000), minor, minor, minor, (points, base, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(pointsKept(points, base, less)).toBeLessThanOrEqual(pointsKept(points, base, more));
      expect(pointsKept(points, base, more)).toBeLessThanOrEqual(points);
      expect(pointsKept(points, base, 0)).toBe(0);
      if (base > 0) expect(pointsKept(points, base, base)).toBe(points);
    }),
  );
});

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));
const earned = (points: number, until: number | null, saleId: string | null = null): Lot => ({
  points,
  saleId,
  expiresAt: until === null ? null : day(until),
});
const spent = (points: number): Lot => earned(-points, null);

test("what runs out first is spent first, and what ran out once is not taken twice", () => {
  const all = [earned(100, 10), earned(50, 20), spent(30)];
  expect(goneBy(all, day(9))).toBe(0);
  expect(goneBy(all, day(10))).toBe(70);
  expect(nextToGo(all, day(0))).toEqual({ at: day(10), points: 70 });
  const swept = [...all, spent(70)];
  expect(goneBy(swept, day(15))).toBe(0);
  expect(nextToGo(swept, day(15))).toEqual({ at: day(20), points: 50 });
  expect(goneBy(swept, day(20))).toBe(50);
  expect(nextToGo([earned(10, null)], day(0))).toBeNull();
});

test("what went to somebody else and came back runs out when it would have", () => {
  const all = [earned(100, 10), earned(50, 20), spent(30)];
  const left = leftByTime(all, 120, day(0));
  expect(left).toEqual([
    { points: 70, expiresAt: day(10) },
    { points: 50, expiresAt: day(20) },
  ]);
  const moved = (sign: 1 | -1): Lot[] =>
    left.map((part) => ({ ...part, points: sign * part.points, saleId: null, moved: true }));
  const [gave, got] = [
    [...all, ...moved(-1)],
    [earned(5, 15), ...moved(1)],
  ];
  expect(nextToGo(gave, day(0))).toBeNull();
  expect([day(10), day(15), day(20)].map((at) => goneBy(got, at))).toEqual([70, 75, 125]);
  const back = [...gave, ...moved(1)];
  expect(leftByTime(back, 120, day(0))).toEqual(left);
});

test("what was taken back of a sale comes off that sale’s own points", () => {
  const all = [earned(100, 10), earned(40, 20, "sale"), { points: -40, saleId: "sale", expiresAt: day(20) }];
  expect(goneBy(all, day(10))).toBe(100);
  expect(goneBy(all, day(20))).toBe(100);
});

test("however it came and went, what runs out is never more than there is, and taken off there is none left to run out", () => {
  const lot = fc.record({
    points: fc.integer({ min: 1, max: 500 }),
    until: fc.option(fc.integer({ min: 1, max: 60 })),
  });
  fc.assert(
    fc.property(fc.array(lot, { maxLength: 12 }), fc.array(fc.nat(400), { maxLength: 8 }), (lots, wishes) => {
      const all: Lot[] = lots.map(({ points, until }) => earned(points, until));
      let balance = all.reduce((sum, { points }) => sum + points, 0);
      for (const wish of wishes)
        if (wish > 0 && wish <= balance) {
          all.push(spent(wish));
          balance -= wish;
        }
      for (const at of [5, 20, 40, 61]) {
        const gone = goneBy(all, day(at));
        expect(gone).toBeGreaterThanOrEqual(0);
        expect(gone).toBeLessThanOrEqual(balance);
        if (gone > 0) all.push(spent(gone));
        balance -= gone;
        expect(goneBy(all, day(at))).toBe(0);
      }
      expect(nextToGo(all, day(61))).toBeNull();
    }),
  );
});

test("the way to a reward is as long as the longer part of it", () => {
  const cost = { pointsRequired: 100, visitsRequired: 4 };
  expect(progress({ points: 100, visits: 1 }, cost)).toBe(0.25);
  expect(missing({ points: 30, visits: 9 }, cost)).toEqual({ points: 70, visits: 0 });
  expect(progress({ points: 5_000, visits: 50 }, cost)).toBe(1);
  expect(progress({ points: 5, visits: 5 }, { pointsRequired: null, visitsRequired: null })).toBe(0);
});
