import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import { isHouse } from "@/lib/auth/actor-may";
import { recordAudit } from "@/lib/auth/audit";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { addDays, localDate, startOfDay } from "@/lib/platform/calendar";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { depositLeft } from "../deposit-left";
import { undoGraceMs, undoMs } from "../rules";
import type { Change } from "./changes";
import type { LockedBooking } from "./lock-booking";

type Step = Pick<Change, "move" | "to" | "at" | "reason">;

/** It will not happen, or has not. */
const ends: ReadonlySet<BookingStatus> = new Set(["cancelled", "rejected", "expired", "no_show"]);

/**
 * What a step does to what was to be paid beforehand, or was paid: whoever says yes without it waives it; what was paid
 * for a visit that does not happen goes back, less what the accepted terms keep of it. After the fee has been settled.
 */
export async function settlePaid(scope: Scope, booking: LockedBooking, step: Step): Promise<void> {
  const { deposit, status } = booking;
  const { move, to } = step;
  if (move === "confirm" && deposit === "due") return waive(scope, booking, step.reason);
  if (move === "undo" && to === "held" && deposit === "waived") return setDeposit(scope, booking.id, "due");
  if (deposit !== "paid" || status === to) return;
  if (ends.has(to)) await giveBack(scope, booking, step);
  else if (ends.has(status)) await keepAll(scope, booking.id);
}

/** Whether something that is to be taken back has moved the money already: given it back, or kept it as a fee. */
export async function hasMovedMoney(scope: Scope, bookingId: string): Promise<boolean> {
  const rows = await scope.tx.execute(sql`
    select 1 from refunds where tenant_id = ${scope.tenantId} and booking_id = ${bookingId}
      and why in ('cancelled', 'declined') and status not in ('queued', 'withdrawn')
    union all
    select 1 from ledger_transactions where tenant_id = ${scope.tenantId} and source = ${`fee ${bookingId}`} limit 1`);
  return rows.length > 0;
}

export async function setDeposit(scope: Scope, bookingId: string, deposit: "due" | "paid" | "waived"): Promise<void> {
  await scope.tx.execute(sql`
    update bookings set deposit = ${deposit} where tenant_id = ${scope.tenantId} and id = ${bookingId}`);
}

async function waive(scope: Scope, booking: LockedBooking, reason: string): Promise<void> {
  const { id, depositMinor: amountMinor, currency, staffIds } = booking;
  await setDeposit(scope, id, "waived");
  await recordAudit(scope, {
    action: "deposit.waived",
    entity: "booking",
    entityId: id,
    before: { amountMinor, currency },
    after: { reason },
  });
  recordEvent(scope, { name: "deposit.waived", bookingId: id, staffIds });
}

/** The fee is kept, the rest stands among what is given back; neither before what made it due can no longer be undone. */
async function giveBack(scope: Scope, booking: LockedBooking, step: Step): Promise<void> {
  const { id } = booking;
  const { tenantId } = scope;
  // A sale may have used it already, or it may have turned out never to have come.
  const left = await depositLeft(scope, id);
  const { move, at } = step;
  const from = whenFinal(scope, booking, step);
  const [fee] = await scope.tx.execute<{ kept: string }>(sql`
    update booking_fees set from_deposit_minor = least(amount_minor, ${left}::bigint),
      status = case when amount_minor <= ${left}::bigint then 'kept' else status end
    where tenant_id = ${tenantId} and booking_id = ${id} and status = 'owed' returning from_deposit_minor as kept`);
  const kept = Number(fee?.kept ?? 0);
  const rest = left - kept;
  if (kept > 0) await planDue(scope, { kind: "keep_fee", at: from, payload: { bookingId: id } });
  if (rest === 0) return;
  const refundId = newId();
  await scope.tx.execute(sql`
      insert into refunds (tenant_id, id, payment_id, booking_id, customer_id, amount_minor, currency, why, status, not_before, created_at)
      values (${tenantId}, ${refundId}, (
          select p.id from payments p where p.tenant_id = ${tenantId} and p.booking_id = ${id} and p.purpose = 'deposit'
            and p.status in ('paid', 'paid_late') and not exists (select 1 from refunds r where r.tenant_id = p.tenant_id
              and r.payment_id = p.id and r.why = 'late' and r.status <> 'withdrawn')
          order by p.settled_at, p.id limit 1),
        ${id}, ${booking.customerId}, ${rest}, ${booking.currency},
        ${move === "decline" || move === "expire" ? "declined" : "cancelled"}, 'queued', ${from.toISOString()}, ${at.toISOString()})`);
  recordEvent(scope, { name: "refund.changed", refundId });
}

/** It stands again: what has not been given back yet is not. */
const keepAll = async (scope: Scope, bookingId: string): Promise<void> => {
  const withdrawn = await scope.tx.execute<{ id: string }>(sql`
    update refunds set status = 'withdrawn' where tenant_id = ${scope.tenantId} and booking_id = ${bookingId}
      and why in ('cancelled', 'declined') and status = 'queued' returning id`);
  for (const { id: refundId } of withdrawn) recordEvent(scope, { name: "refund.changed", refundId });
};

/** Whoever was missed may come after all, on the same day; and what the house does it may undo for a moment. */
function whenFinal({ actor }: Scope, { endsAt, timeZone }: LockedBooking, { to, at }: Step): Date {
  const undone = isHouse(actor) ? new Date(at.getTime() + undoMs + undoGraceMs) : at;
  if (to !== "no_show") return undone;
  const lastDay = localDate(new Date(Date.parse(endsAt) - 1), timeZone);
  const dayOver = startOfDay(addDays(lastDay, 1), timeZone);
  return dayOver > undone ? dayOver : undone;
}
