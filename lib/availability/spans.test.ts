import fc from "fast-check";
import { expect, test } from "vitest";
import { peak, type Span, subtract, unite } from "./spans";

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

test("the peak is the fullest minute, and not the sum", () => {
  expect(
    peak(
      [
        { from: 0, to: 10 },
        { from: 10, to: 20 },
      ],
      { from: 0, to: 20 },
    ),
  ).toBe(1);
  fc.assert(
    fc.property(spans, span, (some, during) => {
      const fullest = everyMinute
        .filter((minute) => covers([during], minute))
        .map((minute) => some.filter((one) => covers([one], minute)).length);
      expect(peak(some, during)).toBe(Math.max(0, ...fullest));
    }),
  );
});
