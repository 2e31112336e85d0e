import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { holdRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import { lastChange } from "./internal/changes";
import { type LockedBooking, lockBooking } from "./internal/lock-booking";
import { mayOverbook } from "./internal/may-overbook";
import { loadMoving } from "./internal/moving";
import { type PutRefusal, putBooking } from "./internal/put-booking";
import { mayMove } from "./rules";

/** `from` is when it was seen to be. Whoever is named serves all of it; by default who serves it now. */
export type MoveWish = {
  id: string;
  startsAt: Date;
  from: string;
  staffId?: string | "any" | undefined;
  /** Of several services whoever is named serves this one alone; the others stay with whom they are. */
  lineId?: string | undefined;
  /** Even over what is taken, by who may do that. */
  anyway?: { reason: string } | undefined;
};

export type Moved = { id: string; changeId: string; startsAt: string };
export type MoveRefusal =
  | { refusal: "unknown_booking" }
  | { refusal: "moved_on" }
  | { refusal: "not_yours" }
  | { refusal: "same_place" }
  | PutRefusal;

/** Puts a booking at another time or with somebody else: all of it, or it stays where it is. */
export async function moveBooking(scope: Scope, wish: MoveWish): Promise<Result<Moved, MoveRefusal>> {
  if (wish.anyway && !mayOverbook(scope.actor)) return refuse("not_yours");
  // Before the booking: whoever changes the rules waits for bookings, and not the other way round.
  await holdRules(scope);
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
  if (wish.lineId && !moving.lines.some(({ id }) => id === wish.lineId)) return refuse("moved_on");
  const asked = moving.lines.map(({ id, serviceId, staffId }) => ({
    serviceId,
    staffId: wish.staffId && (!wish.lineId || wish.lineId === id) ? named(wish.staffId) : staffId,
  }));
  const { startsAt, anyway } = wish;
  const isSame = asked.every(({ staffId }, at) => staffId === moving.lines[at]!.staffId);
  if (isSame && startsAt.toISOString() === booking.startsAt) return refuse("same_place");
  const put = await putBooking(scope, { booking, moving, asked, startsAt, step: "move", anyway });
  return put.ok ? ok({ id: put.value.id, changeId: put.value.changeId, startsAt: put.value.startsAt }) : put;
}

const named = (staffId: string | "any"): string | undefined => (staffId === "any" ? undefined : staffId);

/** The same request once more gets the same answer. */
async function movedAlready(scope: Scope, booking: LockedBooking, wish: MoveWish): Promise<Moved | null> {
  if (booking.startsAt !== wish.startsAt.toISOString() || booking.startsAt === new Date(wish.from).toISOString())
    return null;
  const last = await lastChange(scope, booking.id);
  const isIt = last?.move === "move" && last.before?.startsAt === new Date(wish.from).toISOString();
  // Somebody else who has moved it to the same time is told that it has changed, and who it is with.
  if (scope.actor.kind === "member" && last?.userId !== scope.actor.userId) return null;
  if (wish.staffId && wish.staffId !== "any" && !booking.staffIds.includes(wish.staffId)) return null;
  return isIt ? { id: booking.id, changeId: last.id, startsAt: booking.startsAt } : null;
}
