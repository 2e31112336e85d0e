import type { BookingStatus, PlaceInTime } from "@/db/schema/bookings";
import type { Segment } from "@/db/schema/services";
import type { Channel } from "@/db/schema/tenants";
import { lengthOf, type Placed } from "@/lib/availability/visit";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { holdRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import type { OpenSlot } from "../list-open-slots";
import { nearestSlots } from "../nearest-slots";
import { lockTime } from "../take-time";
import { freeUntil } from "../terms";
import { askedToMove } from "./asked";
import { type Candidates, candidates, involved, isConfirmedByHand } from "./candidates";
import { type Change, writeChange } from "./changes";
import { type Habits, loadHabits } from "./customer-habits";
import { instantOf, minuteOf } from "./engine-input";
import { costsByNow } from "./fees";
import { type House, loadHouse } from "./house";
import type { LockedBooking } from "./lock-booking";
import type { Moving } from "./moving";
import { depositJudge } from "./out-of-deposit";
import { around, placeAt } from "./place-at";
import { putElsewhere } from "./put-elsewhere";
import { type Seating, seatOver, seatVisit } from "./seating";
import { loadTaken, nothingTaken, type TakenTime } from "./taken-time";
import { waitsUntil } from "./write-booking";

export type Putting = {
  booking: LockedBooking;
  moving: Moving;
  asked: { serviceId: string; staffId: string | undefined }[];
  startsAt: Date;
  /**
   * What its history says: moved, moved to what the desk proposed, done in other minutes than those before, the step of
   * that id put back to where it was, or paid for when it was held no longer.
   */
  step: "move" | "agree" | Resizing | Undoing | Settling;
  /** Even over what is taken, and why. */
  anyway?: { reason: string } | undefined;
};

type Resizing = { resizes: Segment[][] };
type Undoing = { undoes: string; before: PlaceInTime };
type Settling = { settles: BookingStatus };
const isUndoing = (step: Putting["step"]): step is Undoing => typeof step !== "string" && "undoes" in step;
const isSettling = (step: Putting["step"]): step is Settling => typeof step !== "string" && "settles" in step;
const isResizing = (step: Putting["step"]): step is Resizing => typeof step !== "string" && "resizes" in step;

const isShorter = ({ step, moving }: Putting): boolean =>
  isResizing(step) && moving.lines.every(({ segments }, at) => lengthOf(segments) <= lengthOf(step.resizes[at]!));

export type Put = { id: string; changeId: string; startsAt: string; endsAt: string; status: BookingStatus };
export type PutRefusal =
  | { refusal: "unknown_service" }
  | { refusal: "unknown_staff" }
  /** A customer's own move, to a time that has to be paid for beforehand. */
  | { refusal: "asks_deposit" }
  | { refusal: "slot_taken"; alternatives: OpenSlot[] };

/** Puts a locked booking at another time, by the engine that offers times: all of it, or it stays where it is. */
export async function putBooking(scope: Scope, putting: Putting): Promise<Result<Put, PutRefusal>> {
  const { booking, moving, asked, startsAt, step } = putting;
  // What was promised is put elsewhere, whether it is still on offer or not.
  const ids = asked.map(({ serviceId }) => serviceId);
  const [, house] = await Promise.all([holdRules(scope), loadHouse(scope, ids, "promised")]);
  const wanted = candidates(house, asked);
  if (!wanted.found) return refuse(wanted.missing === "service" ? "unknown_service" : "unknown_staff");
  const lines = wanted.found;
  if (booking.mover === "customer" && step === "move") {
    const asksMore = await depositJudge(scope, house, lines, moving, booking);
    if (asksMore(startsAt)) return refuse("asks_deposit");
  }
  const { taken, habits } = await lookThere(scope, house, lines, putting);
  const found = find(house, lines, putting, taken, habits);
  const to = terms(house, lines, putting, await isLateMove(scope, putting));
  const seated = found && { ...found, ...to, expired: taken.expired, keepsProposals: isResizing(step) };
  if (!seated || !(await putElsewhere(scope, moving, seated))) {
    const asker = { channel: channelOf(putting) };
    return refuse("slot_taken", { alternatives: await nearestSlots(scope, house, lines, startsAt, asker, moving) });
  }
  const { placed } = seated;
  const before = { ...placeOf(booking, moving), ...(isResizing(step) ? { segments: step.resizes } : {}) };
  const moved = {
    startsAt: instantOf(placed[0]!.from).toISOString(),
    endsAt: instantOf(placed.at(-1)!.to).toISOString(),
  };
  const staffIds = [...new Set([...before.staffIds, ...placed.map((one) => one.staffId)])];
  const change = stepOf(step, before);
  const changeId = await writeChange(
    scope,
    { ...booking, ...moved, staffIds },
    {
      ...change,
      to: to.status,
      at: now(),
      reason: seated.overbooked ? (putting.anyway?.reason ?? "") : "",
      overbooked: seated.overbooked,
      wasAt: before.startsAt,
    },
  );
  return ok({ id: booking.id, changeId, ...moved, status: to.status });
}

function stepOf(step: Putting["step"], before: PlaceInTime): Pick<Change, "move" | "undoes" | "before"> {
  if (isUndoing(step)) return { move: "undo", undoes: step.undoes };
  if (isSettling(step)) return { move: "pay" };
  return { move: isResizing(step) ? "resize" : step, before };
}

async function lookThere(scope: Scope, house: House, lines: Candidates, { booking, startsAt, step }: Putting) {
  const { staffIds, resourceIds } = involved(lines);
  const date = localDate(startsAt, house.timeZone);
  const [, taken, known] = await Promise.all([
    lockTime(scope, [...staffIds, ...resourceIds], booking.phone ?? booking.customerId),
    loadTaken(scope, { staffIds, resourceIds }, ...around(startsAt), {
      bookings: [booking.id],
      // Whoever runs over is in the way of what begins, not of when it ends.
      ...(typeof step === "string" ? {} : { overruns: "let" }),
    }),
    loadHabits(scope, house, lines, { customerId: booking.customerId }, { from: date, to: date }),
  ]);
  // It is one of that day's already.
  const own = minuteOf(new Date(booking.startsAt));
  return { taken, habits: { ...known, visits: known.visits.filter((visit) => visit !== own) } };
}

type Found = { placed: Placed[]; seating: Seating; overbooked: boolean };

/** Where it fits; or, when somebody says so, over what is there: the hours of those who work hold all the same. */
function find(house: House, lines: Candidates, putting: Putting, taken: TakenTime, habits: Habits): Found | null {
  const { startsAt, moving, step } = putting;
  // What takes no more time than it has may stay where it is, whatever the hours say by now.
  const isBack = isUndoing(step) || isSettling(step) || isShorter(putting);
  // Its beginning was accepted before; only its end is another one.
  const kept = step === "agree" || isResizing(step);
  const asking = { channel: channelOf(putting), habits, moving, asItWas: isBack, kept };
  const placed = placeAt(house, lines, startsAt, { ...asking, taken });
  const seating = placed && seatVisit(house, lines, placed, taken);
  if (seating) return { placed, seating, overbooked: false };
  const wasOver = isUndoing(step) ? step.before.overbooked : isResizing(step) && moving.overbooked;
  const over = putting.anyway || wasOver;
  const there = over ? placeAt(house, lines, startsAt, { ...asking, taken: nothingTaken }) : null;
  return there && { placed: there, seating: seatOver(lines, there), overbooked: true };
}

/** Whoever moves it when cancelling costs something cannot get round that by moving it first, unless the house has asked them to. */
const isLateMove = async (scope: Scope, { booking, step }: Putting): Promise<boolean> =>
  booking.mover === "customer" &&
  step === "move" &&
  costsByNow(booking.freeUntil, now()) &&
  !(await askedToMove(scope, booking.id));

/** What becomes of its status, of the answer it may wait for, and of the time until which it can be cancelled for nothing. */
function terms(house: House, lines: Candidates, { booking, startsAt, step }: Putting, late: boolean) {
  if (isResizing(step)) return { status: booking.status, expiresAt: booking.expiresAt, freeUntil: booking.freeUntil };
  if (isSettling(step))
    return {
      status: step.settles,
      expiresAt: step.settles === "requested" ? waitsUntil(startsAt) : null,
      // It is as if it were booked just now.
      freeUntil: freeUntil(booking.terms, startsAt, now())?.toISOString() ?? null,
    };
  if (isUndoing(step))
    return {
      status: booking.status,
      expiresAt: step.before.expiresAt,
      freeUntil: step.before.freeUntil === undefined ? booking.freeUntil : step.before.freeUntil,
    };
  // Another time that the house proposed, or chose itself, is as if it were booked just now.
  const agreedAt = step === "agree" || booking.mover === "desk" ? now() : new Date(booking.createdAt);
  const until = late ? booking.freeUntil : (freeUntil(booking.terms, startsAt, agreedAt)?.toISOString() ?? null);
  // Where the desk says yes by hand it says so to another time as well; what it proposed itself it has said yes to.
  const asksAnew = step === "move" && booking.mover === "customer" && isConfirmedByHand(house, lines);
  // A request that is moved waits no longer for its answer than it did.
  const waits = booking.status === "requested" ? booking.expiresAt : null;
  if (asksAnew) return { status: "requested" as const, expiresAt: waits ?? waitsUntil(startsAt), freeUntil: until };
  if (step === "agree") return { status: "confirmed" as const, expiresAt: null, freeUntil: until };
  return { status: booking.status, expiresAt: booking.expiresAt, freeUntil: until };
}

const placeOf = (booking: LockedBooking, moving: Moving): PlaceInTime => ({
  startsAt: booking.startsAt,
  staffIds: moving.lines.map(({ staffId }) => staffId),
  expiresAt: booking.expiresAt,
  freeUntil: booking.freeUntil,
  ...(moving.overbooked ? { overbooked: true } : {}),
});

/** What the desk has proposed is judged as the desk's own choice. */
const channelOf = ({ booking, step }: Pick<Putting, "booking" | "step">): Channel =>
  booking.mover === "desk" || step === "agree" ? "desk" : "public";
