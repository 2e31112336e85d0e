import { expect, test } from "vitest";
import { sayIn } from "@/app/_words/say";
import { wordsIn } from "@/app/_words/swahili";
import { faultWords } from "./fault-words";

const say = sayIn("en", wordsIn("en"));

test("a fault names its field, unless it says by itself what to do", () => {
  expect(faultWords(say, "Time", "is not a time")).toBe("Time is not a time.");
  expect(faultWords(say, "Name", "tell us your name")).toBe("Tell us your name.");
  expect(faultWords(say, "Reason", "Say why.")).toBe("Say why.");
});
