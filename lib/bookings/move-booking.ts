import type { Channel } from "@/db/schema/tenants";
import { placeVisit } from "@/lib/availability/visit-plan";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type Candidates, candidates, involved, isConfirmedByHand } from "./internal/candidates";
import { lastChange, writeChange } from "./internal/changes";
import { type Habits, loadHabits } from "./internal/customer-habits";
import { instantOf, linesFor, minuteOf } from "./internal/engine-input";
import { type House, loadHouse } from "./internal/house";
import { type LockedBooking, lockBooking } from "./internal/lock-booking";
import { asAccepted, asItWas, atAnyHour, loadMoving, type Moving } from "./internal/moving";
import { putElsewhere } from "./internal/put-elsewhere";
import { rulesFor } from "./internal/rules-in-force";
import { holdRules } from "./internal/rules-lock";
import { seatVisit } from "./internal/seating";
import { loadTaken, type TakenTime } from "./internal/taken-time";
import { waitsUntil } from "./internal/write-booking";
import type { OpenSlot } from "./list-open-slots";
import { nearestSlots } from "./nearest-slots";
import { mayMove } from "./rules";
import { lockTime } from "./take-time";

/** `from` is when it was seen to be. Whoever is named serves all of it; by default who serves it now. */
export type MoveWish = { id: string; startsAt: Date; from: string; staffId?: string | "any" | undefined };

export type Moved = { id: string; changeId: string; startsAt: string };
export type MoveRefusal =
  | { refusal: "unknown_booking" }
  | { refusal: "moved_on" }
  | { refusal: "not_yours" }
  | { refusal: "same_place" }
  | { refusal: "unknown_service" }
  | { refusal: "unknown_staff" }
  | { refusal: "slot_taken"; alternatives: OpenSlot[] };

const dayMs = 86_400_000;

/** Puts a booking at another time or with somebody else, by the engine that offers times: all of it, or it stays where it is. */
export async function moveBooking(scope: Scope, wish: MoveWish): Promise<Result<Moved, MoveRefusal>> {
  const booking = await lockBooking(scope, wish.id);
  if (!booking) return refuse("unknown_booking");
  const repeated = await movedAlready(scope, booking, wish);
  if (repeated) return ok(repeated);
  if (!mayMove(booking, booking.mover, now())) {
    return refuse(booking.mover === "staff" ? "not_yours" : "moved_on");
  }
  if (booking.startsAt !== new Date(wish.from).toISOString()) return refuse("moved_on");
  if (wish.startsAt.toISOString() === booking.startsAt && !wish.staffId) return refuse("same_place");
  const moving = await loadMoving(scope, booking.id);
  const asked = moving.lines.map(({ serviceId, staffId }) => ({
    serviceId,
    staffId: wish.staffId === "any" ? undefined : (wish.staffId ?? staffId),
  }));
  return putBooking(scope, { booking, moving, asked, startsAt: wish.startsAt, step: "move" });
}

type Putting = {
  booking: LockedBooking;
  moving: Moving;
  asked: { serviceId: string; staffId: string | undefined }[];
  startsAt: Date;
  /** For what is put back: until when it waited for an answer. */
  expiresAt?: string | null;
  /** What its history says: moved, or the move of that id put back. */
  step: "move" | { undoes: string };
};

/** The same for a booking that is locked already. */
export async function putBooking(scope: Scope, putting: Putting): Promise<Result<Moved, MoveRefusal>> {
  const { booking, moving, asked, startsAt, step } = putting;
  // What was promised is put elsewhere, whether it is still on offer or not.
  const ids = [...new Set(asked.map(({ serviceId }) => serviceId))];
  const [, house] = await Promise.all([holdRules(scope), loadHouse(scope, ids, "promised")]);
  const wanted = candidates(house, asked);
  if (!wanted.found) return refuse(wanted.missing === "service" ? "unknown_service" : "unknown_staff");
  const lines = wanted.found;
  const { staffIds, resourceIds } = involved(lines);
  const [from, to] = [new Date(startsAt.getTime() - dayMs), new Date(startsAt.getTime() + 2 * dayMs)];
  const date = localDate(startsAt, house.timeZone);
  const [, taken, known] = await Promise.all([
    lockTime(scope, [...staffIds, ...resourceIds], booking.phone ?? booking.customerId),
    loadTaken(scope, { staffIds, resourceIds }, from, to, [booking.id]),
    loadHabits(scope, house, lines, booking.phone ?? undefined, { from: date, to: date }),
  ]);
  // It is one of that day's already.
  const own = minuteOf(new Date(booking.startsAt));
  const habits = { ...known, visits: known.visits.filter((visit) => visit !== own) };
  const placed = placeVisit(...engineInput(house, lines, startsAt, putting, { taken, habits }));
  const seating = placed && seatVisit(house, lines, placed, taken);
  // Where the desk says yes by hand it says so to another time as well.
  const asksAnew = step === "move" && booking.mover === "customer" && isConfirmedByHand(house, lines);
  const status = asksAnew ? "requested" : booking.status;
  const expiresAt = asksAnew ? waitsUntil(startsAt) : step === "move" ? booking.expiresAt : putting.expiresAt;
  const seated = seating && { placed, seating, expired: taken.expired, expiresAt: expiresAt ?? null };
  if (!seated || !(await putElsewhere(scope, moving, seated))) {
    const alternatives = await nearestSlots(scope, house, lines, startsAt, { channel: channelOf(booking) }, moving);
    return refuse("slot_taken", { alternatives });
  }
  const before = {
    startsAt: booking.startsAt,
    staffIds: moving.lines.map(({ staffId }) => staffId),
    expiresAt: booking.expiresAt,
  };
  const moved = {
    startsAt: instantOf(placed[0]!.from).toISOString(),
    endsAt: instantOf(placed.at(-1)!.to).toISOString(),
  };
  const staffIdsNow = placed.map((one) => one.staffId);
  const told = { ...booking, ...moved, staffIds: [...new Set([...before.staffIds, ...staffIdsNow])] };
  const change = step === "move" ? { move: step, before } : { move: "undo" as const, ...step };
  const changeId = await writeChange(scope, told, {
    ...change,
    to: status,
    at: now(),
    reason: "",
    wasAt: before.startsAt,
  });
  return ok({ id: booking.id, changeId, startsAt: moved.startsAt });
}

/** The same request once more gets the same answer. */
async function movedAlready(scope: Scope, booking: LockedBooking, wish: MoveWish): Promise<Moved | null> {
  if (booking.startsAt !== wish.startsAt.toISOString() || booking.startsAt === new Date(wish.from).toISOString())
    return null;
  const last = await lastChange(scope, booking.id);
  const isIt = last?.move === "move" && last.before?.startsAt === new Date(wish.from).toISOString();
  return isIt ? { id: booking.id, changeId: last.id, startsAt: booking.startsAt } : null;
}

function engineInput(
  house: House,
  lines: Candidates,
  startsAt: Date,
  { booking, moving, step }: Putting,
  { taken, habits }: { taken: TakenTime; habits: Habits },
) {
  const date = localDate(startsAt, house.timeZone);
  const offered = linesFor(house, lines, { from: date, to: addDays(date, 1) }, taken, habits);
  const asker = { channel: channelOf(booking), habits };
  const starts = booking.mover === "desk" ? "any" : "on_step";
  const rules = rulesFor(house, lines, { from: date, to: date }, asker, starts);
  const accepted = asAccepted(offered, moving);
  return step === "move"
    ? ([accepted, minuteOf(startsAt), rules] as const)
    : ([atAnyHour(accepted), minuteOf(startsAt), { ...rules, ...asItWas }] as const);
}

const channelOf = ({ mover }: LockedBooking): Channel => (mover === "desk" ? "desk" : "public");
