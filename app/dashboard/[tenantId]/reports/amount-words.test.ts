import { expect, test } from "vitest";
import { sayIn } from "@/app/_words/say";
import { wordsIn } from "@/app/_words/swahili";
import { aboutWords, aheadWords, amountWords, besideWords, hoursWords } from "./amount-words";

const say = sayIn("en", wordsIn("en"));

test("time is said as long as it is", () => {
  expect([45, 60, 540, 2_880, 10_080, 11_520].map((minutes) => aheadWords(say, minutes))).toEqual([
    "45 min",
    "1 h",
    "9 h",
    "2 days",
    "7 days",
    "8 days",
  ]);
  expect([0, 20, 60, 450, 1_200, 86_400].map((minutes) => hoursWords(say, minutes))).toEqual([
    "0 min",
    "20 min",
    "1 h",
    "7 h 30 min",
    "20 h",
    "1,440 h",
  ]);
});

test("a share of nothing is none, and beside another it says how much that was", () => {
  expect(amountWords(say, { kind: "share", part: 2, of: 3 }, "KES")).toBe("66.7%");
  expect(amountWords(say, { kind: "share", part: 0, of: 0 }, "KES")).toBe("–");
  expect(besideWords(say, { kind: "share", part: 1, of: 2 }, { kind: "share", part: 1, of: 4 }, "KES")).toBe(
    "25% before",
  );
  expect(besideWords(say, { kind: "share", part: 1, of: 2 }, { kind: "share", part: 0, of: 0 }, "KES")).toBe(
    "nothing before",
  );
  expect(besideWords(say, { kind: "money", minor: 150_000 }, { kind: "money", minor: 100_000 }, "KES")).toBe(
    "+50% (KES 1,000 before)",
  );
  expect(besideWords(say, { kind: "number", value: 185 }, { kind: "number", value: 1 }, "KES")).toBe("1 before");
  expect(aboutWords(say, { kind: "share", part: 2, of: 4 }, "who were expected")).toBe("2 of 4 who were expected");
  expect(aboutWords(say, { kind: "share", part: 90, of: 540, in: "work" }, "on sale")).toBe(
    "1 h 30 min of 9 h on sale",
  );
});
