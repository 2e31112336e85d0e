import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { holdRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import { applyChange, withdrawProposals } from "./internal/apply-change";
import { lockBooking } from "./internal/lock-booking";
import { loadMoving } from "./internal/moving";
import { putBooking } from "./internal/put-booking";
import { mayPropose } from "./rules";

export type AnswerRefusal =
  | { refusal: "unknown_booking" }
  /** It was withdrawn, answered or has run out. */
  | { refusal: "proposal_over" };

/** The customer takes one of the times that were proposed: the booking goes there, and stands. */
export async function acceptProposal(
  scope: Scope,
  { id, holdId }: { id: string; holdId: string },
): Promise<Result<{ id: string; changeId: string }, AnswerRefusal>> {
  // Before the booking: whoever changes the rules waits for bookings, and not the other way round.
  await holdRules(scope);
  const booking = await lockBooking(scope, id);
  if (!booking) return refuse("unknown_booking");
  const [hold] = await scope.tx.execute<{ starts_at: string; staff_ids: string[] }>(sql`
    select starts_at, staff_ids from holds where tenant_id = ${scope.tenantId} and id = ${holdId} and booking_id = ${id}
      and ended is null and expires_at > ${now().toISOString()}`);
  // What has begun goes nowhere.
  if (!hold || !mayPropose(booking, now())) return refuse("proposal_over");
  const moving = await loadMoving(scope, id);
  const asked = moving.lines.map(({ serviceId }, at) => ({ serviceId, staffId: hold.staff_ids[at] }));
  const startsAt = new Date(hold.starts_at);
  const put = await putBooking(scope, { booking, moving, asked, startsAt, step: "agree" });
  if (!put.ok) return refuse("proposal_over");
  await scope.tx.execute(sql`
    update holds set ended = 'taken' where tenant_id = ${scope.tenantId} and id = ${holdId}`);
  return ok({ id, changeId: put.value.changeId });
}

/** None of them suits: the booking stays where it is, and the house hears of it. */
export async function declineProposals(
  scope: Scope,
  { id }: { id: string },
): Promise<Result<{ id: string; changeId: string }, AnswerRefusal>> {
  const booking = await lockBooking(scope, id);
  if (!booking) return refuse("unknown_booking");
  const open = await scope.tx.execute(sql`
    select 1 from holds where tenant_id = ${scope.tenantId} and booking_id = ${id} and ended is null limit 1`);
  if (open.length === 0) return refuse("proposal_over");
  await withdrawProposals(scope, id, "declined");
  const { status } = booking;
  const answered = await applyChange(scope, booking, { move: "disagree", to: status, at: now(), reason: "" });
  return answered.ok ? ok({ id, changeId: answered.value.changeId }) : refuse("proposal_over");
}
