import fc from "fast-check";
import { expect, test } from "vitest";
import { type Coverage, coveredAfter, covers, writtenLateMs } from "./coverage";

const at = (minute: number) => new Date(minute * 60_000);
const none: Coverage = { since: null, to: null };
const day = { from: at(1_000), to: at(2_440) };

test("one look covers what lies in it, but for what may be written late", () => {
  const seen = coveredAfter(none, { from: at(1_000), to: at(2_455) });
  expect(covers(seen, day)).toBe(true);
  expect(covers(seen, { from: at(999), to: at(2_000) })).toBe(false);
  expect(covers(coveredAfter(none, { from: at(1_000), to: at(2_454) }), day)).toBe(false);
  expect(covers(none, day)).toBe(false);
});

test("after a gap the time before it is covered no longer, and neither is the gap", () => {
  const gap = [
    { from: at(0), to: at(1_500) },
    { from: at(1_501), to: at(9_000) },
  ].reduce(coveredAfter, none);
  expect(covers(gap, day)).toBe(false);
  expect(covers(gap, { from: at(1_501), to: at(2_440) })).toBe(true);
});

test("what was sold under another number or other keys is not looked for in this list", () => {
  const changed: Coverage = { since: at(1_200), to: null };
  const seen = coveredAfter(changed, { from: at(0), to: at(9_000) });
  expect(covers(seen, day)).toBe(false);
  expect(covers(seen, { from: at(1_200), to: at(2_440) })).toBe(true);
});

test("covered is only what some look has read, minute for minute, since the number is what it is", () => {
  const look = fc.tuple(fc.nat(600), fc.nat(300)).map(([from, long]) => ({ from, to: from + long }));
  fc.assert(
    fc.property(fc.array(look, { maxLength: 12 }), fc.option(fc.nat(600)), look, (looks, floor, stretch) => {
      const start: Coverage = { since: floor === null ? null : at(floor), to: null };
      const seen = looks.map((one) => ({ from: at(one.from), to: at(one.to) })).reduce(coveredAfter, start);
      if (!covers(seen, { from: at(stretch.from), to: at(stretch.to) })) return;
      expect(stretch.from).toBeGreaterThanOrEqual(floor ?? 0);
      for (let minute = stretch.from; minute < stretch.to + writtenLateMs / 60_000; minute++)
        expect(looks.some(({ from, to }) => from <= minute && minute + 1 <= to)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
