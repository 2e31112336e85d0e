import { sql } from "drizzle-orm";
import { markDeposit } from "@/lib/bookings/mark-deposit";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { depositCame, depositWasUsed, moneyCameLate, reversed, saleWasPaid, takenBack } from "../ledger";
import { lockSale } from "../lock-sale";
import { recordEntries } from "../record-entries";
import { isPaid } from "../rules";
import type { Payment } from "./payment";

/**
 * It stands in the books as paid, and was not: entries of its own take it off, what it was to give back is not given back,
 * and what it was for owes again. Its receipt is free for whose it is.
 */
export async function takeOff(scope: Scope, payment: Payment): Promise<void> {
  const { id, amountMinor, currency, timeZone, bookingId, saleId } = payment;
  const { tx, tenantId } = scope;
  if (!isPaid(payment.status)) throw new Error(`payment ${id} does not stand in the books`);
  const [last] = await tx.execute<{ kind: string }>(sql`
    select kind from ledger_transactions where tenant_id = ${tenantId} and payment_id = ${id}
      and kind in ('money_late', 'deposit', 'sale') order by created_at desc limit 1`);
  const came = last?.kind === "money_late" ? moneyCameLate : saleId ? saleWasPaid : depositCame;
  await recordEntries(scope, {
    kind: "taken_back",
    source: `taken back ${id} ${newId()}`,
    entries: takenBack(came(payment.proof === "word" ? "mpesa_by_hand" : "mpesa", amountMinor)),
    ...{ currency, timeZone, paymentId: id, bookingId: bookingId ?? undefined, saleId: saleId ?? undefined },
  });
  // What it was to give back it never had.
  await tx.execute(sql`
    update refunds set status = 'withdrawn' where tenant_id = ${tenantId} and payment_id = ${id}
      and status in ('queued', 'asked', 'approved')`);
  await tx.execute(sql`
    update mpesa_receipts set payment_id = null where tenant_id = ${tenantId} and payment_id = ${id}`);
  if (!bookingId) return;
  await markDeposit(scope, bookingId, "due");
  await takeFromSale(scope, payment, bookingId);
}

/** A sale that has used the deposit owes it again, as far as the booking has none left. */
async function takeFromSale(scope: Scope, { id, currency, timeZone }: Payment, bookingId: string): Promise<void> {
  const { tx, tenantId } = scope;
  const [used] = await tx.execute<{ sale_id: string }>(sql`
    select sale_id from ledger_transactions where tenant_id = ${tenantId} and booking_id = ${bookingId}
      and kind = 'deposit_used' and sale_id is not null order by created_at desc limit 1`);
  if (!used || !(await lockSale(scope, used.sale_id))) return;
  const [row] = await tx.execute<{ left: string; used: string }>(sql`
    select coalesce(sum(e.credit_minor - e.debit_minor), 0) as left,
      coalesce(sum(e.debit_minor - e.credit_minor) filter (where t.sale_id = ${used.sale_id}), 0) as used
    from ledger_transactions t join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id
      and e.account = 'deposits' where t.tenant_id = ${tenantId} and t.booking_id = ${bookingId}`);
  const short = Math.min(-Number(row!.left), Number(row!.used));
  if (short <= 0) return;
  await recordEntries(scope, {
    kind: "deposit_used",
    source: `deposit of sale ${used.sale_id} without ${id} ${newId()}`,
    entries: reversed(depositWasUsed(short)),
    ...{ currency, timeZone, saleId: used.sale_id, bookingId },
  });
}
