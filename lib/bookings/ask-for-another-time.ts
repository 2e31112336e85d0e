import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lastStandings, writeChanges } from "./internal/changes";
import { type LockedBooking, lockBookings } from "./internal/lock-booking";
import { mayMove } from "./rules";

export type Asked = {
  /** Each with the step that can be taken back. */
  asked: { id: string; changeId: string }[];
  /** Those that nobody can be asked about any more, or has been asked about already. */
  passed: string[];
};

/**
 * Says to the customers that what was promised cannot be kept, with the link to choose another time or cancel; they are
 * told once it can no longer be taken back. Until they answer it stays as it is.
 */
export async function askForAnotherTime(
  scope: Scope,
  { ids, reason }: { ids: readonly string[]; reason: string },
): Promise<Result<Asked, { refusal: "unknown_bookings" }>> {
  const wanted = [...new Set(ids)];
  const bookings = await lockBookings(scope, wanted);
  if (bookings.size === 0) return refuse("unknown_bookings");
  const standing = await lastStandings(scope, [...bookings.keys()]);
  const at = now();
  const steps = [...bookings.values()]
    .filter((booking) => standing.get(booking.id)?.move !== "ask" && mayBeAsked(booking, at))
    .map((booking) => ({ booking, change: { move: "ask" as const, to: booking.status, at, reason } }));
  const changeIds = await writeChanges(scope, steps);
  const asked = steps.map(({ booking }, n) => ({ id: booking.id, changeId: changeIds[n]! }));
  return ok({ asked, passed: wanted.filter((id) => !asked.some((one) => one.id === id)) });
}

const mayBeAsked = (booking: LockedBooking, at: Date): boolean =>
  mayMove(booking, booking.mover, at) && Date.parse(booking.startsAt) > at.getTime();
