import { expect, test } from "vitest";
import { averageWords, shortName, starsWords } from "./rules";

test("strangers read a first name and an initial", () => {
  expect(["Wanjiru Kamau", "  amina  wa  otieno ", "Zawadi", ""].map(shortName)).toEqual([
    "Wanjiru K.",
    "amina O.",
    "Zawadi",
    "",
  ]);
});

test("stars and their average are told with a word and one place", () => {
  expect([1, 5].map(starsWords)).toEqual(["1 star", "5 stars"]);
  expect([4.64, 5, null].map(averageWords)).toEqual(["4.6", "5.0", null]);
});
