import fc from "fast-check";
import { expect, test } from "vitest";
import { type Diary, isFree, takeTime } from "./place";

const span = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 30 })).map(([from, long]) => ({ from, to: from + long }));

test("what is taken never overlaps, and is free wherever nothing lies", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 60 }), (spans) => {
      const diary: Diary = new Map();
      const had: { from: number; to: number }[] = [];
      for (const one of spans) {
        const free = had.every(({ from, to }) => to <= one.from || from >= one.to);
        expect(isFree(diary, "a", one)).toBe(free);
        expect(takeTime(diary, "a", one)).toBe(free);
        if (free) had.push(one);
      }
      expect(diary.get("a") ?? []).toEqual(had.toSorted((one, other) => one.from - other.from));
    }),
  );
});

test("two who follow one another are both free", () => {
  const diary: Diary = new Map();
  expect([takeTime(diary, "a", { from: 10, to: 20 }), takeTime(diary, "a", { from: 20, to: 30 })]).toEqual([
    true,
    true,
  ]);
  expect(takeTime(diary, "a", { from: 19, to: 21 })).toBe(false);
  expect(takeTime(diary, "b", { from: 19, to: 21 })).toBe(true);
});
