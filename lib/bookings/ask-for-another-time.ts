import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lastStanding, writeChange } from "./internal/changes";
import { type LockedBooking, lockBooking } from "./internal/lock-booking";
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
  const outcome: Asked = { asked: [], passed: [] };
  let known = 0;
  // In one order, so that two who ask about the same ones do not wait for each other in a circle.
  for (const id of [...new Set(ids)].sort()) {
    const booking = await lockBooking(scope, id);
    if (booking) known++;
    const changeId = booking && (await ask(scope, booking, reason));
    if (changeId) outcome.asked.push({ id, changeId });
    else outcome.passed.push(id);
  }
  return known > 0 ? ok(outcome) : refuse("unknown_bookings");
}

async function ask(scope: Scope, booking: LockedBooking, reason: string): Promise<string | null> {
  const at = now();
  if (!mayMove(booking, booking.mover, at) || Date.parse(booking.startsAt) <= at.getTime()) return null;
  if ((await lastStanding(scope, booking.id))?.move === "ask") return null;
  return writeChange(scope, booking, { move: "ask", to: booking.status, at, reason });
}
