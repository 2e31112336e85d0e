import { expect, test } from "vitest";
import { clockOfMinute, isWithin, minuteOfClock, overlapIn, percentOf, type Stretch } from "./rules";

const at = (weekday: number, from: number, to: number): Stretch => ({ weekday, from: from * 60, to: to * 60 });
const within = (hours: Stretch[], weekday: number, hour: number, minutes: number) =>
  isWithin(hours, { weekday, minute: hour * 60, minutes });

test("work is within the hours when it begins and ends in one stretch of its day", () => {
  const monday = [at(1, 9, 13), at(1, 14, 18)];
  expect(within(monday, 1, 9, 240)).toBe(true);
  expect(within(monday, 1, 12.5, 60)).toBe(false);
  expect(within(monday, 1, 17.5, 45)).toBe(false);
  expect(within(monday, 2, 10, 30)).toBe(false);
});

test("stretches that touch are one, over midnight and over the end of the week, too", () => {
  expect(within([at(1, 9, 13), at(1, 13, 18)], 1, 12, 120)).toBe(true);
  expect(within([at(5, 20, 26)], 6, 1, 60)).toBe(true);
  expect(within([at(5, 20, 26)], 6, 1.5, 60)).toBe(false);
  expect(within([at(6, 22, 26)], 0, 0, 120)).toBe(true);
  expect(within([at(6, 22, 24), at(0, 0, 3)], 6, 23, 180)).toBe(true);
});

test("nobody works twice at once", () => {
  expect(overlapIn([at(1, 9, 13), at(1, 13, 18), at(2, 9, 13)])).toBeNull();
  expect(overlapIn([at(1, 14, 18), at(1, 9, 15)])).toEqual(at(1, 14, 18));
  expect(overlapIn([at(1, 20, 26), at(2, 1, 5)])).toEqual(at(2, 1, 5));
  expect(overlapIn([at(6, 20, 26), at(0, 1, 5)])).toEqual(at(0, 1, 5));
  expect(overlapIn([at(3, 0, 24)])).toBeNull();
});

test("clocks and shares are written as people write them", () => {
  expect([minuteOfClock("09:30"), clockOfMinute(570), clockOfMinute(1_560)]).toEqual([570, "09:30", "02:00"]);
  expect([4_000, 1_250, 0].map(percentOf)).toEqual(["40", "12.5", "0"]);
});
