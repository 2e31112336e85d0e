import { sql } from "drizzle-orm";
import type { PlaceInTime } from "@/db/schema/bookings";
import { planDue } from "@/lib/events/plan-due";
import { now } from "@/lib/platform/clock";
import { ok, refuse } from "@/lib/platform/result";
import { holdRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import type { ChangeAnswer } from "./change-booking";
import { applyChange, withdrawProposals } from "./internal/apply-change";
import { lastChange, lastStanding } from "./internal/changes";
import { crowdedSince } from "./internal/crowded-since";
import { type LockedBooking, lockBooking } from "./internal/lock-booking";
import { loadMoving } from "./internal/moving";
import { putBooking } from "./internal/put-booking";
import { undoGraceMs, undoMs } from "./rules";

/** Takes the last change back: by who made it, for as long as it says. */
export async function undoChange(scope: Scope, wish: { id: string; changeId: string }): Promise<ChangeAnswer> {
  // Before the booking: whoever changes the rules waits for bookings, and not the other way round.
  await holdRules(scope);
  const booking = await lockBooking(scope, wish.id);
  if (!booking) return refuse("unknown_booking");
  const last = await lastChange(scope, wish.id);
  if (last?.id !== wish.changeId || last.move === "undo") return refuse("moved_on", { status: booking.status });
  // What was promised for longer is not taken away again: it is let go, or ends by itself. What was paid is given back.
  if (last.move === "extend" || last.move === "pay") return refuse("too_late");
  const { actor } = scope;
  if (actor.kind !== "member" || last.userId !== actor.userId) return refuse("not_yours");
  const at = now();
  if (at.getTime() > last.at.getTime() + undoMs + undoGraceMs) return refuse("too_late");
  // What it gave back may be hemmed in by now, even where nothing lies upon it.
  if (!last.before && (await crowdedSince(scope, booking.id, last.at))) return refuse("time_taken");
  if (last.move === "propose") await withdraw(scope, booking.id, last.before?.expiresAt);
  const undone =
    last.before && last.move !== "propose"
      ? await putBack(scope, booking, last.id, last.before)
      : await applyChange(scope, booking, { move: "undo", to: last.from, at, reason: "", undoes: last.id });
  if (undone.ok) await tellOfStanding(scope, wish.id);
  return undone;
}

/** Nothing is proposed any more; a request waits no longer than it did. Those that were proposed before stay withdrawn. */
async function withdraw(scope: Scope, bookingId: string, waitedUntil: string | null | undefined): Promise<void> {
  await withdrawProposals(scope, bookingId);
  if (waitedUntil)
    await scope.tx.execute(sql`
      update bookings set expires_at = ${waitedUntil} where tenant_id = ${scope.tenantId} and id = ${bookingId}`);
}

/** What stands again may have gone untold because of what has just been taken back; nothing is told twice. */
async function tellOfStanding(scope: Scope, bookingId: string): Promise<void> {
  const standing = await lastStanding(scope, bookingId);
  if (standing) await planDue(scope, { kind: "tell_customer", at: now(), payload: { changeId: standing.id } });
}

async function putBack(
  scope: Scope,
  booking: LockedBooking,
  undoes: string,
  before: PlaceInTime,
): Promise<ChangeAnswer> {
  const { startsAt, staffIds, segments } = before;
  const found = await loadMoving(scope, booking.id);
  const lines = found.lines.map((line, at) => ({ ...line, segments: segments?.[at] ?? line.segments }));
  const moving = { ...found, lines };
  const asked = moving.lines.map(({ serviceId }, at) => ({ serviceId, staffId: staffIds[at] }));
  const put = await putBooking(scope, {
    booking,
    moving,
    asked,
    startsAt: new Date(startsAt),
    step: { undoes, before },
  });
  return put.ok ? ok({ id: booking.id, changeId: put.value.changeId, status: put.value.status }) : refuse("time_taken");
}
