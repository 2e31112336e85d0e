import { expect, test } from "vitest";
import { areasOf, isTouched } from "./keys";

const base = "/api/dashboard/t1";
const touched = (key: unknown, ...areas: string[]) => isTouched(key, base, new Set(areas));

test("an event touches the lists and the single objects of its areas", () => {
  expect(areasOf("booking.placed")).toContain("bookings");
  expect(touched(`${base}/bookings?view=next&limit=8`, "bookings")).toBe(true);
  expect(touched(`${base}/bookings/b1`, "bookings")).toBe(true);
  expect(touched(`${base}/stats`, "stats")).toBe(true);
});

test("and nothing else", () => {
  expect(touched(`${base}/bookings-of-old`, "bookings")).toBe(false);
  expect(touched(`${base}/notifications?limit=20`, "stats", "bookings")).toBe(false);
  expect(touched("/api/dashboard/t11/stats", "stats")).toBe(false);
  expect(touched(null, "stats")).toBe(false);
  expect(areasOf("cow.jumped")).toEqual([]);
});
