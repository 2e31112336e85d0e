import { expect, test } from "vitest";
import type { DomainEvent } from "./catalogue";
import { slotDaysOf } from "./slot-days";

const house = { timeZone: "Africa/Nairobi", today: "2026-11-24", horizonDays: 60, visitMinutes: 60 };
const moved = (startsAt: string, wasAt?: string): DomainEvent => ({
  name: "booking.moved",
  bookingId: "b",
  customerId: "c",
  staffIds: ["s"],
  services: ["Braids"],
  status: "confirmed",
  by: "desk",
  startsAt,
  ...(wasAt ? { wasAt } : {}),
});

test("a move changes the day it left and the day it came to", () => {
  expect(slotDaysOf(moved("2026-11-27T11:00:00Z", "2026-11-25T09:00:00Z"), house)).toEqual([
    "2026-11-25",
    "2026-11-27",
  ]);
});

test("days are the house's own, and a visit near midnight touches both of its days", () => {
  expect(slotDaysOf(moved("2026-11-25T20:30:00Z"), house)).toEqual(["2026-11-25", "2026-11-26"]);
  expect(slotDaysOf(moved("2026-11-25T20:30:00Z"), { ...house, timeZone: "UTC", visitMinutes: 20 })).toEqual([
    "2026-11-25",
  ]);
});

test("what lies behind, or farther ahead than anybody can look, is not told", () => {
  expect(slotDaysOf(moved("2026-11-20T09:00:00Z"), house)).toBeNull();
  expect(slotDaysOf(moved("2027-03-01T09:00:00Z"), house)).toBeNull();
  expect(slotDaysOf(moved("2027-03-01T09:00:00Z", "2026-11-30T09:00:00Z"), house)).toEqual(["2026-11-30"]);
});

test("a changed price or shift may change every day, a new login none", () => {
  expect(slotDaysOf({ name: "staff.changed", staffId: "s" }, house)).toBe("all");
  expect(slotDaysOf({ name: "member.joined", userId: "u", memberName: "x" }, house)).toBeNull();
});
