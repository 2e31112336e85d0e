import { expect, test } from "vitest";
import { formatWait } from "./format";

test("a wait is told in the unit that people count in, and never too short", () => {
  expect([1, 40, 700, 86_000].map(formatWait)).toEqual(["1 second", "40 seconds", "12 minutes", "24 hours"]);
});
