import fc from "fast-check";
import { expect, test } from "vitest";
import { minutesOf, type Span } from "@/lib/availability/spans";
import { minutesByDay, partsOf, sumOfMinutes } from "./occupied";

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 1, max: 600 }))
    .map(([from, length]): Span => ({ from, to: from + length })),
  { maxLength: 12 },
);
const time = fc
  .record({ shortest: fc.integer({ min: 5, max: 120 }), windows: spans, away: spans, work: spans, buffer: fc.nat(20) })
  .map(({ buffer, ...one }) => ({
    ...one,
    kept: one.work.map(({ from, to }) => ({ from: from - buffer, to: to + buffer })),
  }));
const days = [0, 1, 2, 3].map((day) => ({ from: day * 1_440, to: (day + 1) * 1_440 }));

test("what is sold, free and lost is all that could be sold, whatever the day looks like", () => {
  fc.assert(
    fc.property(time, (one) => {
      const parts = partsOf(one);
      const whole = sumOfMinutes(minutesByDay(parts, days));
      expect(whole.sold + whole.free + whole.lost).toBe(whole.sellable);
      // No minute is lost between the days.
      for (const part of ["sellable", "sold", "free", "lost", "beyond"] as const) {
        expect(whole[part]).toBe(minutesOf(parts[part].map(({ from, to }) => ({ from: Math.max(0, from), to }))));
      }
      for (const span of parts.free) expect(span.to - span.from).toBeGreaterThanOrEqual(one.shortest);
      for (const span of parts.lost) expect(span.to - span.from).toBeLessThan(one.shortest);
    }),
  );
});

test("more work is never less time sold, nor more time to sell", () => {
  fc.assert(
    fc.property(time, spans, (one, more) => {
      const [before, after] = [one, { ...one, work: [...one.work, ...more], kept: [...one.kept, ...more] }].map((it) =>
        sumOfMinutes(minutesByDay(partsOf(it), days)),
      );
      expect(after!.sold).toBeGreaterThanOrEqual(before!.sold);
      expect(after!.sellable).toBe(before!.sellable);
    }),
  );
});
