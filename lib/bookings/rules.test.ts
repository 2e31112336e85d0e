import { describe, expect, test } from "vitest";
import type { BookingMove, BookingStatus } from "@/db/schema/bookings";
import { allMoves, isLate, type Mover, mayMove, moves, movesFor, obstacleTo, runsOver, statuses } from "./rules";

const movers: Mover[] = ["desk", "staff", "customer", "system"];
const [start, end] = ["2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z"];
const during = new Date("2026-12-01T09:30:00Z");
const timeZone = "Africa/Nairobi";
const booking = (status: BookingStatus) => ({ status, startsAt: start, endsAt: end, timeZone });

/** Every way there is, written out once more by hand. */
const ways: Record<string, string> = {
  "requested desk": "accept decline cancel",
  "requested customer": "cancel",
  "requested system": "expire",
  "held desk": "confirm release",
  "held customer": "confirm release",
  "held system": "expire",
  "confirmed desk": "cancel check_in start complete miss",
  "confirmed staff": "check_in start complete miss",
  "confirmed customer": "cancel check_in",
  "arrived desk": "start complete",
  "arrived staff": "start complete",
  "in_service desk": "complete",
  "in_service staff": "complete",
  "no_show desk": "check_in",
  "no_show staff": "check_in",
};

describe("who may move what to what", () => {
  for (const status of statuses)
    for (const by of movers)
      test(`${status} by ${by}`, () => {
        const moment = by === "customer" ? new Date("2026-12-01T08:00:00Z") : during;
        expect(movesFor(booking(status), by, moment).join(" ")).toBe(ways[`${status} ${by}`] ?? "");
      });
});

test("what is over stays over: nothing leads out of it, but a no-show who came after all", () => {
  const out = (status: BookingStatus) => allMoves.filter((move) => moves[move].from.includes(status));
  for (const status of ["completed", "cancelled", "rejected", "expired"] as const) expect(out(status)).toEqual([]);
  expect(out("no_show")).toEqual(["check_in"]);
});

const at = (iso: string, move: BookingMove, status: BookingStatus, by: Mover = "desk") =>
  obstacleTo(move, booking(status), by, new Date(iso));

test("nobody is missing before the start, and nothing is done that has not begun", () => {
  expect(at("2026-12-01T08:59:59Z", "miss", "confirmed")).toBe("too_early");
  expect(at("2026-12-01T09:00:00Z", "miss", "confirmed")).toBeNull();
  expect(at("2026-12-01T08:59:59Z", "complete", "confirmed")).toBe("too_early");
  expect(at("2026-12-01T08:59:59Z", "complete", "in_service")).toBeNull();
  // What the desk forgot to close is closed the next week.
  expect(at("2026-12-08T09:00:00Z", "complete", "confirmed")).toBeNull();
});

test("people arrive about the time of their booking", () => {
  expect(at("2026-11-30T20:59:59Z", "check_in", "confirmed")).toBe("too_early");
  expect(at("2026-11-30T21:00:00Z", "check_in", "confirmed")).toBeNull();
  expect(at("2026-12-01T22:00:00Z", "check_in", "confirmed")).toBeNull();
  expect(at("2026-12-01T22:00:01Z", "check_in", "confirmed")).toBe("too_late");
});

test("who was missed may still come on that day, by the business's clocks, and no longer", () => {
  // 09:00 UTC is noon in Nairobi and three in the morning in Chicago.
  expect(at("2026-12-01T20:59:59Z", "check_in", "no_show")).toBeNull();
  expect(at("2026-12-01T21:00:00Z", "check_in", "no_show")).toBe("too_late");
  const chicago = { ...booking("no_show"), timeZone: "America/Chicago" };
  expect(obstacleTo("check_in", chicago, "desk", new Date("2026-12-02T05:59:59Z"))).toBeNull();
  expect(obstacleTo("check_in", chicago, "desk", new Date("2026-12-02T06:00:00Z"))).toBe("too_late");
  // Over midnight it has two days, but one that ends at midnight has one.
  const night = (endsAt: string) => ({ ...booking("no_show"), startsAt: "2026-12-01T20:00:00Z", endsAt });
  const next = new Date("2026-12-02T10:00:00Z");
  expect(obstacleTo("check_in", night("2026-12-01T22:00:00Z"), "desk", next)).toBeNull();
  expect(obstacleTo("check_in", night("2026-12-01T21:00:00Z"), "desk", next)).toBe("too_late");
});

test("what is long over is not cancelled: it happened, or they did not come", () => {
  expect(at("2026-12-01T22:00:00Z", "cancel", "confirmed")).toBeNull();
  expect(at("2026-12-01T22:00:01Z", "cancel", "confirmed")).toBe("long_over");
});

test("time alone ends a hold", () => {
  const held = { ...booking("held"), expiresAt: "2026-12-01T08:15:00Z" };
  const [before, over] = [new Date("2026-12-01T08:14:59Z"), new Date("2026-12-01T08:15:00Z")];
  expect(movesFor(held, "customer", before)).toEqual(["confirm", "release"]);
  expect(movesFor(held, "desk", over)).toEqual([]);
  expect(obstacleTo("confirm", held, "desk", over)).toBe("hold_over");
  expect(obstacleTo("expire", held, "system", over)).toBeNull();
});

test("customers say that they are here themselves, from an hour before the start to half an hour after it", () => {
  const here = (iso: string, status: BookingStatus = "confirmed") => at(iso, "check_in", status, "customer");
  expect(here("2026-12-01T07:59:59Z")).toBe("too_early");
  expect(here("2026-12-01T08:00:00Z")).toBeNull();
  expect(here("2026-12-01T09:30:00Z")).toBeNull();
  expect(here("2026-12-01T09:30:01Z")).toBe("too_late");
  // Who was given up speaks to the desk; who asks still waits for a yes.
  for (const status of ["no_show", "requested", "arrived", "completed"] as const)
    expect(here("2026-12-01T09:00:00Z", status)).toBe("moved_on");
});

test("somebody runs over from the end of their time on, while they are being served", () => {
  const over = (status: BookingStatus, iso: string) => runsOver(booking(status), new Date(iso));
  expect([over("in_service", "2026-12-01T10:00:00Z"), over("in_service", "2026-12-01T10:00:01Z")]).toEqual([
    false,
    true,
  ]);
  expect(statuses.filter((status) => over(status, "2026-12-01T10:30:00Z"))).toEqual(["in_service"]);
});

test("a customer cancels before the start; the desk whenever", () => {
  expect(at("2026-12-01T09:00:00Z", "cancel", "confirmed", "customer")).toBe("too_late");
  expect(at("2026-12-01T09:00:00Z", "cancel", "confirmed")).toBeNull();
});

test("what is still a promise is moved by the desk, and by the customer before it begins", () => {
  const before = new Date("2026-12-01T08:59:59Z");
  const may = (by: Mover, moment: Date) => statuses.filter((status) => mayMove(booking(status), by, moment));
  expect(may("desk", during)).toEqual(["requested", "confirmed"]);
  expect(may("customer", before)).toEqual(["requested", "confirmed"]);
  expect(may("customer", during)).toEqual([]);
  expect([...may("staff", before), ...may("system", before)]).toEqual([]);
});

test("a quarter of an hour after the start the desk is asked, and only about who has not come", () => {
  const late = (status: BookingStatus, iso: string) => isLate(booking(status), new Date(iso));
  expect(late("confirmed", "2026-12-01T09:14:59Z")).toBe(false);
  expect(late("confirmed", "2026-12-01T09:15:00Z")).toBe(true);
  expect(statuses.filter((status) => late(status, "2026-12-01T09:40:00Z"))).toEqual(["confirmed"]);
});
