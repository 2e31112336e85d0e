import { expect, test } from "vitest";
import type { Calendar, CalendarEntry } from "@/lib/bookings/calendar";
import { columnsOf, shownOf } from "./columns";

const entry = (id: string, staffId: string, from: number, more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id,
  bookingId: `b${id}`,
  bookingStartsAt: "",
  staffId,
  status: "confirmed",
  customer: id,
  service: "Cut",
  serviceId: "cut",
  category: "Hair",
  segments: [{ kind: "work", minutes: 60 }],
  before: 0,
  after: 0,
  place: 0,
  of: 1,
  isSeat: false,
  overbooked: false,
  heldUp: false,
  hasNotes: false,
  awaitsDeposit: false,
  expiresAt: null,
  from,
  to: from + 60,
  ...more,
});
const calendar: Calendar = {
  dates: { from: "2026-11-28", to: "2026-11-29" },
  days: [
    { date: "2026-11-28", from: 0, to: 1_440 },
    { date: "2026-11-29", from: 1_440, to: 2_880 },
  ],
  people: [
    { id: "grace", name: "Grace", windows: [{ from: 540, to: 1_020 }], away: [{ from: 720, to: 780 }] },
    { id: "joy", name: "Joy", windows: [{ from: 1_320, to: 1_560 }], away: [] },
  ],
  entries: [
    entry("1", "grace", 600),
    entry("2", "joy", 660, { isSeat: true, serviceId: "yoga" }),
    entry("3", "joy", 660, { isSeat: true, serviceId: "yoga" }),
    entry("4", "grace", 1_410, { status: "in_service" }),
  ],
  kept: [{ id: "k", staffId: "joy", from: 700, to: 730, bookingId: null, for: null, until: "" }],
  blocks: [{ id: "x", staffId: "grace", from: 900, to: 930, reason: "Bank" }],
  stepMinutes: 15,
  buffers: "larger",
  position: "1-1",
  seq: 1,
};

test("a day has a column for each person, with what is theirs; places of a class are one card", () => {
  const [grace, joy] = columnsOf(calendar, { view: "day", date: "2026-11-28", person: "" }, 1_500);
  expect(grace?.cards.map(({ id, from, to }) => [id, from, to])).toEqual([
    ["1", 600, 660],
    // Still being served, half an hour later.
    ["4", 1_410, 1_500],
  ]);
  expect(joy?.cards.map(({ entries }) => entries.map(({ id }) => id))).toEqual([["2", "3"]]);
  expect([grace?.kept.length, joy?.kept.length]).toEqual([0, 1]);
  expect([grace?.blocks.length, joy?.blocks.length]).toEqual([1, 0]);
});

test("a week has a column for each day; what runs over midnight is in both, and a break is one person's", () => {
  const [first, second] = columnsOf(calendar, { view: "week", date: "2026-11-28", person: "" }, 0);
  expect(first?.cards.map(({ id }) => id)).toEqual(["1", "2", "4"]);
  expect(second?.cards.map(({ id }) => id)).toEqual(["4"]);
  expect([first?.away, second?.windows.length]).toEqual([[], 1]);
  const [own] = columnsOf(calendar, { view: "week", date: "2026-11-28", person: "grace" }, 0);
  expect([own?.away.length, own?.cards.length]).toEqual([1, 2]);
});

test("all columns show the same hours: the widest", () => {
  expect(shownOf(columnsOf(calendar, { view: "day", date: "2026-11-28", person: "" }, 0))).toEqual({
    from: 480,
    to: 1_440,
  });
  expect(shownOf([])).toEqual({ from: 480, to: 1_080 });
});
