import { expect, test } from "vitest";
import { formatDate, formatDay, formatWait } from "./format";

test("a wait is told in the unit that people count in, and never too short", () => {
  expect([1, 40, 700, 86_000].map((seconds) => formatWait(seconds))).toEqual([
    "1 second",
    "40 seconds",
    "12 minutes",
    "24 hours",
  ]);
});

test("a day is told with its year where it may be long ago", () => {
  const at = "2025-12-31T22:30:00Z";
  expect(formatDay(at, "Africa/Nairobi")).toBe("Thu 1 Jan");
  expect(formatDate(at, "Africa/Nairobi")).toBe("Thu 1 Jan 2026");
});
