import { expect, test } from "vitest";
import { starterServices } from "./starter-services";

test("each kind of business starts with its own price list", () => {
  const many = Object.entries(starterServices).map(([type, list]) => [type, list.length]);
  expect(Object.fromEntries(many)).toEqual({ kinyozi: 10, salon: 19, spa: 13, clinic: 12, multi_service: 42 });
});

test.each(Object.entries(starterServices))("%s: names, times and prices that could be true", (_, list) => {
  expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  for (const { name, segments, priceMinor } of list) {
    const minutes = segments.reduce((sum, segment) => sum + segment.minutes, 0);
    expect(minutes, name).toBeGreaterThanOrEqual(15);
    expect(minutes, name).toBeLessThanOrEqual(300);
    expect(minutes % 5, name).toBe(0);
    expect(segments[0]?.kind, name).toBe("work");
    expect(segments.at(-1)?.kind, name).toBe("work");
    expect(priceMinor % 5_000, name).toBe(0);
    expect(priceMinor, name).toBeGreaterThanOrEqual(20_000);
    expect(priceMinor, name).toBeLessThanOrEqual(600_000);
  }
});
