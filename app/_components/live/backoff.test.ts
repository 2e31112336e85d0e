import { describe, expect, test } from "vitest";
import { backoff } from "./backoff";

const never = () => 0;
const always = () => 1;

describe("backoff", () => {
  test("doubles from a second to half a minute", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 100].map((attempt) => backoff(attempt, always))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });

  test("leaves half of it to chance, so that dashboards do not come back together", () => {
    expect(backoff(0, never)).toBe(500);
    expect(backoff(9, never)).toBe(15_000);
  });
});
