import fc from "fast-check";
import { expect, test } from "vitest";
import { crowded, holderOf, meets, mostAtOnce, overlaps, type Span, subtract, unite, within } from "./spans";

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([from, length]) => ({ from, to: from + length }));
const spans = fc.array(span, { maxLength: 8 });
const covers = (all: readonly Span[], minute: number) => all.some(({ from, to }) => from <= minute && minute < to);
const everyMinute = Array.from({ length: 90 }, (_, minute) => minute);

test("united spans cover the same minutes, in order, and none touches another", () => {
  fc.assert(
    fc.property(spans, (some) => {
      const united = unite(some);
      for (const minute of everyMinute) expect(covers(united, minute)).toBe(covers(some, minute));
      for (const [at, { from }] of united.entries()) if (at > 0) expect(from).toBeGreaterThan(united[at - 1]!.to);
    }),
  );
});

test("what is left without the holes is every minute of the one and none of the other", () => {
  fc.assert(
    fc.property(spans, spans, (some, holes) => {
      const left = subtract(some, holes);
      for (const minute of everyMinute)
        expect(covers(left, minute)).toBe(covers(some, minute) && !covers(holes, minute));
    }),
  );
});

const running = (some: readonly Span[], minute: number) => some.filter((one) => covers([one], minute)).length;

test("most at once is as many as run in the fullest minute", () => {
  expect(mostAtOnce([])).toBe(0);
  fc.assert(
    fc.property(spans, (some) => {
      expect(mostAtOnce(some)).toBe(Math.max(...everyMinute.map((minute) => running(some, minute))));
    }),
  );
});

test("crowded is every minute at which so many run at once, which is the peak and not the sum", () => {
  const oneAfterTheOther = [
    { from: 0, to: 10 },
    { from: 10, to: 20 },
  ];
  expect(crowded(oneAfterTheOther, 2)).toEqual([]);
  fc.assert(
    fc.property(spans, fc.integer({ min: 1, max: 4 }), (some, atLeast) => {
      const found = crowded(some, atLeast);
      for (const minute of everyMinute) expect(covers(found, minute)).toBe(running(some, minute) >= atLeast);
      for (const [at, { from }] of found.entries()) if (at > 0) expect(from).toBeGreaterThan(found[at - 1]!.to);
    }),
  );
});

test("what lies within limits is every minute of both, each span by itself", () => {
  fc.assert(
    fc.property(spans, spans, (some, limits) => {
      const cut = within(some, limits);
      for (const minute of everyMinute)
        expect(running(cut, minute)).toBe(covers(limits, minute) ? running(some, minute) : 0);
    }),
  );
});

test("who holds a span and who meets it are found without looking at all of them", () => {
  fc.assert(
    fc.property(spans, span, (some, one) => {
      const sorted = unite(some);
      expect(holderOf(sorted, one)).toEqual(sorted.find(({ from, to }) => from <= one.from && one.to <= to));
      expect(meets(sorted, one)).toBe(sorted.some((other) => overlaps(other, one)));
    }),
  );
});
