import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Contender, rank } from "./rank";
import { canCome, offerLasts, untilMorning } from "./rules";

type Span = { from: number; to: number };
const freed = { from: 600, to: 660 };
const who = (id: string, since: number, ...starts: [number, number][]): Contender<Span> => ({
  id,
  since,
  starts: starts.map(([from, to]) => ({ from, to })),
});
const ids = (of: Span | null, all: Contender<Span>[]) => rank(of, all).map(({ id }) => id);

describe("who is asked first", () => {
  test("whoever fills most of it, and among those whoever has waited longest", () => {
    const all = [who("late-long", 9, [600, 660]), who("short", 1, [600, 630]), who("early-long", 5, [600, 660])];
    expect(ids(freed, all)).toEqual(["early-long", "late-long", "short"]);
  });
  test("each about the start that fills most, the earliest of several", () => {
    expect(rank(freed, [who("a", 1, [580, 610], [615, 645], [600, 630])])[0]).toEqual({
      id: "a",
      start: { from: 600, to: 630 },
      fillsMinutes: 30,
    });
  });
  test("nobody whose starts lie beside it", () => {
    expect(ids(freed, [who("a", 1, [540, 600]), who("b", 2, [660, 690])])).toEqual([]);
  });
  test("where no time in particular came free, the longest waiting, each with the earliest start", () => {
    const all = [who("b", 2, [10, 20]), who("a", 1, [500, 510], [400, 410])];
    expect(rank(null, all).map(({ id, start }) => [id, start.from])).toEqual([
      ["a", 400],
      ["b", 10],
    ]);
  });
});

const contenders = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    since: fc.nat(50),
    starts: fc.array(
      fc.tuple(fc.integer({ min: 540, max: 700 }), fc.integer({ min: 5, max: 90 })).map(([from, length]) => ({
        from,
        to: from + length,
      })),
      { maxLength: 6 },
    ),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test("the order in which they stand on the list does not count", () => {
  fc.assert(
    fc.property(contenders, fc.boolean(), (all, some) => {
      const of = some ? freed : null;
      expect(rank(of, all.toReversed())).toEqual(rank(of, all));
    }),
  );
});

test("nobody comes before somebody who fills more, or as much and has waited longer", () => {
  fc.assert(
    fc.property(contenders, (all) => {
      const since = new Map(all.map((one) => [one.id, one.since]));
      const ranked = rank(freed, all);
      for (const [at, one] of ranked.entries()) {
        const next = ranked[at + 1];
        if (!next) continue;
        expect(one.fillsMinutes).toBeGreaterThanOrEqual(next.fillsMinutes);
        if (one.fillsMinutes === next.fillsMinutes) expect(since.get(one.id)).toBeLessThanOrEqual(since.get(next.id)!);
      }
    }),
  );
});

test.each([
  ["half an hour, when there is time", 24 * 60, 30],
  ["half of what is left until it begins", 40, 20],
  ["never less than ten minutes", 15, 10],
])("somebody is asked for %s", (_, until, minutes) => {
  expect(offerLasts(until)).toBe(minutes);
});

test.each([
  ["by day", 12 * 60, 0],
  ["at five to nine", 21 * 60 - 5, 0],
  ["at nine in the evening", 21 * 60, 10 * 60],
  ["after midnight", 3 * 60, 4 * 60],
  ["at seven", 7 * 60, 0],
])("%s people are up in so many minutes", (_, clock, minutes) => {
  expect(untilMorning(clock)).toBe(minutes);
});

test("somebody can come within a window's days and, on each of them, its hours", () => {
  const windows = [{ from: "2026-12-01", to: "2026-12-03", fromMinute: 540, toMinute: 720 }];
  const can = (date: string, minute: number) => canCome(windows, date, minute);
  expect([can("2026-12-02", 540), can("2026-12-02", 719), can("2026-12-03", 600)]).toEqual([true, true, true]);
  expect([can("2026-12-02", 720), can("2026-12-02", 539), can("2026-12-04", 600)]).toEqual([false, false, false]);
});
