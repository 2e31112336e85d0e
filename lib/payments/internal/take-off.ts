import { sql } from "drizzle-orm";
import { markDeposit } from "@/lib/bookings/mark-deposit";
import { recordEvent } from "@/lib/events/record-event";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { cameFor, moneyCameLate, takenBack } from "../ledger";
import { recordEntries } from "../record-entries";
import { isPaid } from "../rules";
import { squareOverpaid } from "../square-overpaid";
import { levelByHand } from "./level-by-hand";
import type { Payment } from "./payment";
import { unkeepFee } from "./unkeep-fee";

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
      and kind in ('money_late', 'deposit', 'sale', 'subscription') order by created_at desc limit 1`);
  const came = last?.kind === "money_late" ? moneyCameLate : cameFor[payment.purpose];
  const nth = `taken back ${id} ${newId()}`;
  await recordEntries(scope, {
    kind: "taken_back",
    source: nth,
    entries: takenBack(came(payment.proof === "word" ? "mpesa_by_hand" : "mpesa", amountMinor)),
    ...{ currency, timeZone, paymentId: id, bookingId: bookingId ?? undefined, saleId: saleId ?? undefined },
  });
  if (payment.proof === "word") await levelByHand(scope, payment, nth);
  // What it was to give back it never had.
  const withdrawn = await tx.execute<{ id: string }>(sql`
    update refunds set status = 'withdrawn' where tenant_id = ${tenantId} and payment_id = ${id}
      and status in ('queued', 'asked', 'approved', 'failed') returning id`);
  for (const refund of withdrawn) recordEvent(scope, { name: "refund.changed", refundId: refund.id });
  await tx.execute(sql`
    update mpesa_receipts set payment_id = null where tenant_id = ${tenantId} and payment_id = ${id}`);
  // What came late was given back or stood in the queue: the deposit is another payment's, or nobody's.
  if (bookingId && last?.kind !== "money_late") {
    await markDeposit(scope, bookingId, "due");
    await unkeepFee(scope, { ...payment, bookingId });
  }
  // Another payment of it was too much only as long as this one stood.
  if (saleId) await squareOverpaid(scope, { ...payment, id: saleId });
}
