import { expect, test } from "vitest";
import { dayAfter, instantAt, localDay } from "./local-day";

test("a day and a clock of the business are one instant, also where clocks change", () => {
  expect(instantAt("2026-11-28", "14:30", "Africa/Nairobi")).toBe("2026-11-28T11:30:00.000Z");
  expect(instantAt("2026-07-01", "09:00", "America/New_York")).toBe("2026-07-01T13:00:00.000Z");
  expect(instantAt("2026-03-29", "00:30", "Europe/London")).toBe("2026-03-29T00:30:00.000Z");
  expect(instantAt("2026-03-29", "02:30", "Europe/London")).toBe("2026-03-29T01:30:00.000Z");
  expect(instantAt("2026-10-25", "23:30", "Europe/London")).toBe("2026-10-25T23:30:00.000Z");
  expect(instantAt("", "09:00", "UTC")).toBe("");
  expect([dayAfter("2026-12-31", 1), dayAfter("2028-03-01", -1)]).toEqual(["2027-01-01", "2028-02-29"]);
  expect(localDay("2026-11-28T22:00:00Z", "Africa/Nairobi")).toBe("2026-11-29");
});
