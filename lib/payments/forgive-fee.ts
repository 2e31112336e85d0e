import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { depositLeft } from "@/lib/bookings/deposit-left";
import { waiveFee } from "@/lib/bookings/waive-fee";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { depositWasKept, reversed } from "./ledger";
import { recordEntries } from "./record-entries";

type Forgiven = Result<{ id: string }, { refusal: "unknown_booking" } | { refusal: "nothing_owed" }>;
type Kept = {
  kept: string;
  written: string;
  currency: string;
  time_zone: string;
  customer_id: string;
  staff_ids: string[];
};

/** What is owed for a booking need not be paid; or, where nothing is owed, what was kept of its deposit goes back. */
export async function forgiveFee(scope: Scope, { id, reason }: { id: string; reason: string }): Promise<Forgiven> {
  const waived = await waiveFee(scope, { id, reason });
  if (waived.ok || waived.refusal !== "nothing_owed") return waived;
  const { tx, tenantId, actor } = scope;
  const [fee] = await tx.execute<Kept>(sql`
    select f.from_deposit_minor as kept, f.currency, t.time_zone, b.customer_id,
      (select array_agg(distinct l.staff_id) from booking_lines l where l.tenant_id = b.tenant_id and l.booking_id = b.id) as staff_ids,
      (select coalesce(sum(e.credit_minor - e.debit_minor), 0) from ledger_transactions w
        join ledger_entries e on e.tenant_id = w.tenant_id and e.transaction_id = w.id and e.account = 'fees'
        where w.tenant_id = b.tenant_id and w.booking_id = b.id) as written
    from booking_fees f join bookings b on b.tenant_id = f.tenant_id and b.id = f.booking_id
    join tenants t on t.id = f.tenant_id
    where f.tenant_id = ${tenantId} and f.booking_id = ${id} and f.from_deposit_minor > 0 and f.status <> 'taken_back'
    for update of f`);
  if (!fee) return refuse("nothing_owed");
  const { currency } = fee;
  // Before it was final nothing was written, and nothing will be; a sale may have used the deposit meanwhile.
  const [kept, writtenMinor] = [Number(fee.kept), Math.max(0, Number(fee.written))];
  const amountMinor = Math.min(kept, writtenMinor > 0 ? writtenMinor : await depositLeft(scope, id));
  const userId = actor.kind === "member" ? actor.userId : null;
  await tx.execute(sql`
    update booking_fees set status = 'waived', from_deposit_minor = 0, reason = ${reason}, by_user_id = ${userId}
    where tenant_id = ${tenantId} and booking_id = ${id}`);
  if (amountMinor > 0) {
    const refundId = await queue(scope, { bookingId: id, customerId: fee.customer_id, amountMinor, currency, userId });
    if (writtenMinor > 0)
      await recordEntries(scope, {
        kind: "fee_forgiven",
        source: `fee forgiven ${newId()}`,
        entries: reversed(depositWasKept(amountMinor)),
        ...{ currency, timeZone: fee.time_zone, bookingId: id, refundId },
      });
    recordEvent(scope, { name: "refund.changed", refundId });
  }
  await recordAudit(scope, {
    action: "fee.forgiven",
    entity: "booking",
    entityId: id,
    before: { amountMinor, currency },
    after: { reason },
  });
  recordEvent(scope, { name: "fee.waived", bookingId: id, staffIds: fee.staff_ids });
  return ok({ id });
}

type Refund = { bookingId: string; customerId: string; amountMinor: number; currency: string; userId: string | null };

/** Onto the rest of the deposit where that has not gone back yet; otherwise as a refund of its own. */
async function queue(scope: Scope, { bookingId, customerId, amountMinor, currency, userId }: Refund): Promise<string> {
  const { tx, tenantId } = scope;
  const [more] = await tx.execute<{ id: string }>(sql`
    update refunds set amount_minor = amount_minor + ${amountMinor}::bigint, by_user_id = ${userId}
    where tenant_id = ${tenantId} and booking_id = ${bookingId} and why in ('cancelled', 'declined')
      and status = 'queued' returning id`);
  if (more) return more.id;
  const id = newId();
  const at = now().toISOString();
  // A payment goes back once by itself: what was given back of it before leaves the rest to be sent by hand.
  await tx.execute(sql`
    insert into refunds (tenant_id, id, payment_id, booking_id, customer_id, amount_minor, currency, why, status, not_before, by_user_id, created_at)
    values (${tenantId}, ${id}, (
        select p.id from payments p where p.tenant_id = ${tenantId} and p.booking_id = ${bookingId} and p.purpose = 'deposit'
          and p.status in ('paid', 'paid_late') and not exists (select 1 from refunds r where r.tenant_id = p.tenant_id
            and r.payment_id = p.id and r.status <> 'withdrawn') order by p.settled_at, p.id limit 1),
      ${bookingId}, ${customerId}, ${amountMinor}, ${currency}, 'cancelled', 'queued', ${at}, ${userId}, ${at})`);
  return id;
}
