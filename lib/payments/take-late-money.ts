import { sql } from "drizzle-orm";
import { holdBooking } from "@/lib/bookings/hold-booking";
import { settleDeposit } from "@/lib/bookings/settle-deposit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { factsOf, lockPayment } from "./internal/payment";
import { lateMoneyWasTaken } from "./ledger";
import { recordEntries } from "./record-entries";

type Waiting = { id: string; refund_id: string; amount_minor: string };

/**
 * A waiver was taken back after the money had come: what stood among the refunds pays for it after all, and nobody is
 * asked to pay again.
 */
export async function takeLateMoney(scope: Scope, { bookingId }: { bookingId: string }): Promise<void> {
  const { tx, tenantId } = scope;
  await holdBooking(scope, bookingId);
  const [row] = await tx.execute<Waiting>(sql`
    select p.id, r.id as refund_id, p.amount_minor from bookings b
    join payments p on p.tenant_id = b.tenant_id and p.booking_id = b.id and p.status = 'paid_late'
    join refunds r on r.tenant_id = p.tenant_id and r.payment_id = p.id and r.why = 'late' and r.status = 'queued'
    where b.tenant_id = ${tenantId} and b.id = ${bookingId} and b.status = 'held' and b.deposit = 'due'
      and b.expires_at > ${now().toISOString()} and p.amount_minor >= b.deposit_minor and r.amount_minor = p.amount_minor
    order by p.settled_at, p.id limit 1 for update of r`);
  if (!row) return;
  const amountMinor = Number(row.amount_minor);
  const payment = (await lockPayment(scope, row.id))!;
  const { as } = await settleDeposit(scope, bookingId, { amountMinor });
  if (as !== "paid") return;
  await tx.execute(
    sql`update refunds set status = 'withdrawn' where tenant_id = ${tenantId} and id = ${row.refund_id}`,
  );
  await tx.execute(sql`
    update payments set status = 'paid', doubt = null where tenant_id = ${tenantId} and id = ${row.id}`);
  await recordEntries(scope, {
    kind: "deposit",
    source: `late taken ${row.refund_id}`,
    entries: lateMoneyWasTaken(amountMinor),
    currency: payment.currency,
    timeZone: payment.timeZone,
    paymentId: row.id,
    bookingId,
  });
  recordEvent(scope, { name: "refund.changed", refundId: row.refund_id });
  recordEvent(scope, { name: "payment.looked", ...factsOf(payment) });
}
