import { expect, test } from "vitest";
import { lastDayToCorrect, mayCorrect } from "./rules";

const day = "2026-02-27";

test.each([
  ["front_desk", "2026-02-27", true],
  ["front_desk", "2026-02-28", true],
  ["front_desk", "2026-03-01", false],
  ["manager", "2026-03-01", true],
  ["owner", "2026-03-30", true],
  ["owner", "2026-03-31", false],
  ["manager", "2026-03-31", false],
  ["staff", "2026-02-27", false],
] as const)("%s on %s", (role, today, may) => {
  expect(mayCorrect(day, role, today)).toBe(may);
});

test("the last day is said in the business's dates", () => {
  expect(lastDayToCorrect(day, "front_desk")).toBe("2026-02-28");
  expect(lastDayToCorrect(day, "owner")).toBe("2026-03-30");
  expect(lastDayToCorrect(day, "staff")).toBeNull();
});
