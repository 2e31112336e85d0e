import { expect, test } from "vitest";
import { faultWords } from "./fault-words";

test("a fault names its field, unless it says by itself what to do", () => {
  expect(faultWords("Time", "is not a time")).toBe("Time is not a time.");
  expect(faultWords("Name", "tell us your name")).toBe("Tell us your name.");
  expect(faultWords("Reason", "Say why.")).toBe("Say why.");
});
