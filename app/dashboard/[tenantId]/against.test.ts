import { expect, test } from "vitest";
import { against, towards, weekdayName } from "./against";

const money = (minor: number) => `KES ${minor / 100}`;

test("the weekday of a date does not depend on where the reader is", () => {
  expect(weekdayName("2026-11-24")).toBe("Tue");
});

test("a whole day beside last week's", () => {
  expect(against(23, 21, "Tue")).toBe("2 more than last Tue");
  expect(against(1, 2, "Tue")).toBe("1 fewer than last Tue");
  expect(against(2, 2, "Tue")).toBe("same as last Tue");
});

test("a growing number is not told that it is behind", () => {
  expect(towards(5, 19, "Tue", String)).toBe("of 19 last Tue");
  expect(towards(19, 19, "Tue", String)).toBe("same as last Tue");
  expect(towards(450_000, 420_000, "Tue", money)).toBe("KES 300 more than last Tue");
  expect(towards(0, 0, "Tue", String)).toBe("none last Tue");
});
