import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { lastStanding, writeChange } from "./internal/changes";
import { lockBooking } from "./internal/lock-booking";
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
): Promise<Asked> {
  const outcome: Asked = { asked: [], passed: [] };
  // In one order, so that two who ask about the same ones do not wait for each other in a circle.
  for (const id of [...new Set(ids)].sort()) {
    const changeId = await ask(scope, id, reason);
    if (changeId) outcome.asked.push({ id, changeId });
    else outcome.passed.push(id);
  }
  return outcome;
}

async function ask(scope: Scope, id: string, reason: string): Promise<string | null> {
  const booking = await lockBooking(scope, id);
  const at = now();
  if (!booking || !mayMove(booking, booking.mover, at) || Date.parse(booking.startsAt) <= at.getTime()) return null;
  if ((await lastStanding(scope, id))?.move === "ask") return null;
  return writeChange(scope, booking, { move: "ask", to: booking.status, at, reason });
}
