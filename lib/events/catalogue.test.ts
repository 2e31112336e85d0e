import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reactions } from "@/lib/reactions";
import { frameOf } from "@/lib/realtime/frames";
import { catalogue, entryOf } from "./catalogue";
import type { ToldEvent } from "./events-since";
import { touches } from "./rules";
import { maySee, tokensOf } from "./viewer";

const names = Object.keys(catalogue);

describe("every event", () => {
  test("is named subject.past_participle", () => {
    for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-z_]+$/);
  });
  test("has its row in the table of touched keys and in the table of reactions", () => {
    expect(Object.keys(touches).sort()).toEqual(names.sort());
    expect(Object.keys(reactions).sort()).toEqual(names.sort());
  });
});

describe("who sees a booking", () => {
  const event = {
    name: "booking.placed" as const,
    bookingId: "b",
    customerId: "c",
    staffIds: ["s1"],
    services: ["Braids"],
    startsAt: "2026-11-24T11:00:00Z",
    status: "confirmed",
  };
  const audience = entryOf(event.name).audience(event);
  const sees = (role: "owner" | "manager" | "front_desk" | "staff", staffId: string | null) =>
    maySee(audience, tokensOf({ userId: "u", role, staffId }));

  test("the desk does", () => {
    expect([sees("owner", null), sees("manager", null), sees("front_desk", null)]).toEqual([true, true, true]);
  });
  test("of the staff only who does it", () => {
    expect([sees("staff", "s1"), sees("staff", "s2"), sees("staff", null)]).toEqual([true, false, false]);
  });
  test("it is told in words a person says", () => {
    expect(entryOf(event.name).words(event, { customerName: "Wanjiru", timeZone: "Africa/Nairobi" })).toEqual({
      title: "Wanjiru booked Braids",
      message: "Tue 24 Nov, 14:00",
    });
  });
});

test("nothing a customer typed can begin a line of its own in the stream", () => {
  const hostile = fc.string({
    unit: fc.constantFrom("\n", "\r", "\r\n", " ", "id: 9-9", "event: reset", "data: {}", ":", "x", "\u0000"),
  });
  fc.assert(
    fc.property(hostile, hostile, (title, message) => {
      const told: ToldEvent = {
        seq: 7,
        name: "booking.placed",
        at: "2026-11-24T11:00:00.000Z",
        title,
        message,
        entity: "booking",
        entityId: "b",
        audience: [],
        staffIds: [],
        by: null,
        slotDays: null,
        bookingId: null,
        customerId: null,
      };
      const lines = frameOf(3, told)
        .full.toString()
        .split(/\r\n|\r|\n/);
      expect(lines.map((line) => line.slice(0, line.indexOf(":") + 1))).toEqual(["id:", "event:", "data:", "", ""]);
      expect(JSON.parse(lines[2]!.slice(6))).toMatchObject({ title, message });
    }),
  );
});
