import { expect, test } from "vitest";
import { byCategory, faultOfSegments, minutesOf, minuteWords, moved } from "./rules";

const work = (minutes: number) => ({ kind: "work" as const, minutes });
const gap = (minutes: number) => ({ kind: "gap" as const, minutes });

test("a service begins and ends with work, and has one gap at a time", () => {
  expect(faultOfSegments([work(40), gap(35), work(30)])).toBeNull();
  expect(minutesOf([work(40), gap(35), work(30)])).toBe(105);
  expect(faultOfSegments([])).toContain("how long");
  expect(faultOfSegments([gap(10), work(30)])).toContain("begin and end");
  expect(faultOfSegments([work(30), gap(10)])).toContain("begin and end");
  expect(faultOfSegments([work(30), gap(10), gap(5), work(1)])).toContain("two gaps");
  expect(faultOfSegments([work(1_441)])).toContain("a day");
});

const list = ["a1", "b1", "a2", "a3", "b2"].map((id) => ({ id, category: id[0]! }));
const ids = (services: { id: string }[]) => services.map(({ id }) => id);

test("moving stays within the category, and no other category notices", () => {
  expect(ids(moved(list, "a1", 2))).toEqual(["a2", "b1", "a3", "a1", "b2"]);
  expect(ids(moved(list, "a3", 0))).toEqual(["a3", "b1", "a1", "a2", "b2"]);
  expect(ids(moved(list, "a3", -5))).toEqual(ids(moved(list, "a3", 0)));
  expect(ids(moved(list, "b1", 99))).toEqual(["a1", "b2", "a2", "a3", "b1"]);
  expect(ids(moved(list, "nobody", 1))).toEqual(ids(list));
});

test("categories come in the order of their first service", () => {
  expect(byCategory(list).map(({ category, services }) => [category, ids(services)])).toEqual([
    ["a", ["a1", "a2", "a3"]],
    ["b", ["b1", "b2"]],
  ]);
});

test("a time in words", () => {
  expect([5, 60, 150].map((minutes) => minuteWords(minutes))).toEqual(["5 min", "1 h", "2 h 30 min"]);
});
