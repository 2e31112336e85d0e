import { expect, test } from "vitest";
import { decentHour } from "./decent-hour";

test("nobody is asked in the night: what is late waits for the morning", () => {
  const at = (iso: string) => decentHour(new Date(iso), "Africa/Nairobi").toISOString();
  expect(at("2026-11-24T11:00:00Z")).toBe("2026-11-24T11:00:00.000Z");
  expect(at("2026-11-24T06:00:00Z")).toBe("2026-11-24T06:00:00.000Z");
  expect(at("2026-11-24T05:59:00Z")).toBe("2026-11-24T06:00:00.000Z");
  expect(at("2026-11-24T16:59:00Z")).toBe("2026-11-24T16:59:00.000Z");
  expect(at("2026-11-24T17:00:00Z")).toBe("2026-11-25T06:00:00.000Z");
  expect(at("2026-11-24T22:30:00Z")).toBe("2026-11-25T06:00:00.000Z");
});
