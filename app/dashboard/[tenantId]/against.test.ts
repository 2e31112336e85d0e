import { expect, test } from "vitest";
import { sayIn } from "@/app/_words/say";
import { wordsIn } from "@/app/_words/swahili";
import { against, towards, weekdayName } from "./against";

const say = sayIn("en", wordsIn("en"));

const money = (minor: number) => `KES ${minor / 100}`;

test("the weekday of a date does not depend on where the reader is", () => {
  expect(weekdayName("2026-11-24")).toBe("Tue");
});

test("a whole day beside last week's", () => {
  expect(against(say, 23, 21, "Tue")).toBe("2 more than last Tue");
  expect(against(say, 1, 2, "Tue")).toBe("1 fewer than last Tue");
  expect(against(say, 2, 2, "Tue")).toBe("same as last Tue");
});

test("a growing number is not told that it is behind", () => {
  expect(towards(say, 5, 19, "Tue", String)).toBe("of 19 last Tue");
  expect(towards(say, 19, 19, "Tue", String)).toBe("same as last Tue");
  expect(towards(say, 450_000, 420_000, "Tue", money)).toBe("KES 300 more than last Tue");
  expect(towards(say, 0, 0, "Tue", String)).toBe("none last Tue");
});
