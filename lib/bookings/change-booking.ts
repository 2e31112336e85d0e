import type { BookingMove, BookingStatus } from "@/db/schema/bookings";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { applyChange } from "./internal/apply-change";
import { lastChange } from "./internal/changes";
import { type LockedBooking, lockBooking } from "./internal/lock-booking";
import { moves, obstacleTo } from "./rules";

/** `from` is what the asker saw: when it is no longer so, nothing is changed and the new state is told. */
export type ChangeWish = { id: string; move: BookingMove; from: BookingStatus; reason?: string | undefined };

export type Changed = { id: string; changeId: string; status: BookingStatus };
export type ChangeRefusal =
  | { refusal: "unknown_booking" }
  | { refusal: "moved_on"; status: BookingStatus }
  | { refusal: "not_yours" }
  /** It is paid or waived, not simply confirmed. */
  | { refusal: "deposit_due" }
  | { refusal: "too_early" }
  | { refusal: "too_late" }
  /** The time was held only until then. */
  | { refusal: "hold_over" }
  /** Too long past to be cancelled: it happened, or they did not come. */
  | { refusal: "long_over" }
  /** Its time has gone to somebody else meanwhile. */
  | { refusal: "time_taken" };
export type ChangeAnswer = Result<Changed, ChangeRefusal>;

/** Moves a booking on by one step of its way (rules.ts), with the time it takes and the line in its history. */
export async function changeBooking(scope: Scope, { id, move, from, reason = "" }: ChangeWish): Promise<ChangeAnswer> {
  const booking = await lockBooking(scope, id);
  if (!booking) return refuse("unknown_booking");
  const at = now();
  const obstacle = obstacleTo(move, booking, booking.mover, at);
  if (obstacle === "not_yours") return refuse(obstacle);
  if (obstacle === "moved_on" || booking.status !== from) return repeated(scope, booking, move, from);
  if (obstacle) return refuse(obstacle);
  return applyChange(scope, booking, { move, to: moves[move].to, at, reason });
}

/** The same request once more gets the same answer. */
async function repeated(
  scope: Scope,
  booking: LockedBooking,
  move: BookingMove,
  from: BookingStatus,
): Promise<ChangeAnswer> {
  const last = await lastChange(scope, booking.id);
  if (last?.move === move && last.from === from && last.to === booking.status)
    return ok({ id: booking.id, changeId: last.id, status: booking.status });
  return refuse("moved_on", { status: booking.status });
}
