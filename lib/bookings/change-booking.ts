import type { BookingMove, BookingStatus } from "@/db/schema/bookings";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lastChange, writeChange } from "./internal/changes";
import { type LockedBooking, lockBooking } from "./internal/lock-booking";
import { moves, obstacleTo, undoGraceMs, undoMs } from "./rules";
import { keepTime } from "./take-time";

/** `from` is what the asker saw: when it is no longer so, nothing is changed and the new state is told. */
export type ChangeWish = { id: string; move: BookingMove; from: BookingStatus; reason?: string | undefined };

export type Changed = { id: string; changeId: string; status: BookingStatus };
export type ChangeRefusal =
  | { refusal: "unknown_booking" }
  | { refusal: "moved_on"; status: BookingStatus }
  | { refusal: "not_yours" }
  | { refusal: "too_early" }
  | { refusal: "too_late" }
  /** Its time has gone to somebody else meanwhile. */
  | { refusal: "time_taken" };
type Answer = Result<Changed, ChangeRefusal>;

/** Moves a booking on by one step of its way (rules.ts), with the time it takes and the line in its history. */
export async function changeBooking(scope: Scope, { id, move, from, reason = "" }: ChangeWish): Promise<Answer> {
  const booking = await lockBooking(scope, id);
  if (!booking) return refuse("unknown_booking");
  const at = now();
  const obstacle = obstacleTo(move, booking, booking.mover, at);
  if (obstacle === "not_yours") return refuse(obstacle);
  if (obstacle === "moved_on" || booking.status !== from) return repeated(scope, booking, move, from);
  if (obstacle) return refuse(obstacle);
  return apply(scope, booking, { move, at, reason });
}

/** The same request once more gets the same answer. */
async function repeated(scope: Scope, booking: LockedBooking, move: BookingMove, from: BookingStatus): Promise<Answer> {
  const last = await lastChange(scope, booking.id);
  if (last?.move === move && last.from === from && last.to === booking.status)
    return ok({ id: booking.id, changeId: last.id, status: booking.status });
  return refuse("moved_on", { status: booking.status });
}

/** Takes the last change back: by who made it, for as long as it says. */
export async function undoChange(scope: Scope, wish: { id: string; changeId: string }): Promise<Answer> {
  const booking = await lockBooking(scope, wish.id);
  if (!booking) return refuse("unknown_booking");
  const last = await lastChange(scope, wish.id);
  if (last?.id !== wish.changeId || last.move === "undo") return refuse("moved_on", { status: booking.status });
  const { actor } = scope;
  if (actor.kind !== "member" || last.userId !== actor.userId) return refuse("not_yours");
  const at = now();
  if (at.getTime() > last.at.getTime() + undoMs + undoGraceMs) return refuse("too_late");
  return apply(scope, booking, { move: "undo", to: last.from, at, reason: "" });
}

type Change = { at: Date; reason: string } & ({ move: BookingMove } | { move: "undo"; to: BookingStatus });

async function apply(scope: Scope, booking: LockedBooking, change: Change): Promise<Answer> {
  const to = change.move === "undo" ? change.to : moves[change.move].to;
  if (!(await keepTime(scope, booking.id, { was: booking.status, is: to, at: change.at }))) return refuse("time_taken");
  const changeId = await writeChange(scope, booking, { ...change, to });
  return ok({ id: booking.id, changeId, status: to });
}
