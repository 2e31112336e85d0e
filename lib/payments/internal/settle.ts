import { sql } from "drizzle-orm";
import { mpesaReceipts, type Proof, refunds } from "@/db/schema/payments";
import { markDeposit } from "@/lib/bookings/mark-deposit";
import { settleDeposit } from "@/lib/bookings/settle-deposit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { cameFor, codeWasVerified, moneyCameLate, type Tender } from "../ledger";
import { recordEntries } from "../record-entries";
import { isPaid } from "../rules";
import { squareOverpaid } from "../square-overpaid";
import { doubt } from "./doubt";
import { levelByHand } from "./level-by-hand";
import { factsOf, type Payment } from "./payment";
import { tell } from "./tell";

/** That it was paid: by which receipt, where that is known, and who says so. */
export type Paid = { receipt: string | null; at: Date | null; proof: Proof };

/**
 * The money has come: the payment, what it pays for, the ledger, the receipt and the event in one transaction. Paid is
 * paid: a second word for it only adds what was not known.
 */
export async function settle(scope: Scope, asked: Payment, paid: Paid): Promise<void> {
  if (isPaid(asked.status)) return complete(scope, asked, paid);
  if (paid.receipt && !(await claimReceipt(scope, asked, { ...paid, receipt: paid.receipt })))
    return doubt(scope, asked, "receipt_used");
  const tender = tenderOf(asked, paid);
  const { late, bookingId } = await land(scope, asked);
  const payment = { ...asked, bookingId };
  const at = now();
  await scope.tx.execute(sql`
    update payments p set status = ${late === "in_time" ? "paid" : "paid_late"}, receipt = ${paid.receipt}, proof = ${paid.proof},
      settled_at = ${at.toISOString()}, doubt = ${late === "too_late" ? "late" : null}, result_code = null,
      booking_id = ${bookingId}, reference = ${late === "moved" ? referenceOfFirst(asked) : sql`reference`}
    where p.tenant_id = ${scope.tenantId} and p.id = ${payment.id}`);
  const isNew = await recordEntries(scope, {
    kind: late === "too_late" ? "money_late" : payment.purpose,
    source: `payment ${payment.id}${await afterTakingBack(scope, payment)}`,
    entries: (late === "too_late" ? moneyCameLate : cameFor[payment.purpose])(tender, payment.amountMinor),
    ...placeOf(payment),
    at,
  });
  if (!isNew) throw new Error(`payment ${payment.id} stands in the ledger already`);
  if (late === "too_late") await queueLate(scope, payment);
  else if (payment.saleId) await squareOverpaid(scope, { ...payment, id: payment.saleId }, payment.id);
  const proof = paid.proof;
  await tell(scope, payment, { name: "payment.settled", ...factsOf(payment), late: late !== "in_time", proof });
}

/** What a prompt was asked for stands in its reference; a code that pays for something else is given one (late-money.ts). */
const referenceOfFirst = ({ id, bookingId }: Payment) => sql`coalesce(p.reference, (
  select b.reference || '-' || right(${id}::text, 6) from bookings b where b.tenant_id = p.tenant_id and b.id = ${bookingId}))`;

/** Over the counter it lies where it was put; of M-Pesa what nothing vouches for lies apart. */
function tenderOf({ method }: Payment, { proof }: Paid): Tender {
  if (method !== "prompt" && method !== "code") return method;
  return proof === "word" ? "mpesa_by_hand" : "mpesa";
}

const placeOf = ({ id, bookingId, saleId, currency, timeZone }: Payment) => ({
  currency,
  timeZone,
  paymentId: id,
  bookingId: bookingId ?? undefined,
  saleId: saleId ?? undefined,
});

type Landed = { late: "in_time" | "put_back" | "moved" | "too_late"; bookingId: string | null };

/** `put_back`: its time had gone, and could be had again; `moved`: it pays for what was booked instead. */
async function land(scope: Scope, { bookingId, saleId, amountMinor, invoiceId }: Payment): Promise<Landed> {
  // Of an invoice that is no longer asked for it is credit: nothing of it is late.
  if (invoiceId) return { late: "in_time", bookingId };
  if (bookingId) {
    if (await isTakenBack(scope, bookingId)) {
      await markDeposit(scope, bookingId, "paid");
      return { late: "in_time", bookingId };
    }
    const settled = await settleDeposit(scope, bookingId, { amountMinor });
    if (settled.as === "instead") return { late: "moved", bookingId: settled.bookingId };
    return { late: landedAs[settled.as], bookingId };
  }
  const [voided] = await scope.tx.execute(sql`
    select 1 from sales where tenant_id = ${scope.tenantId} and id = ${saleId} and status = 'voided'`);
  return { late: voided ? "too_late" : "in_time", bookingId };
}

const landedAs = { paid: "in_time", rebooked: "put_back", too_late: "too_late" } as const;

/** One receipt pays for one thing. False when it has paid for another. */
async function claimReceipt(scope: Scope, payment: Payment, { receipt, at, proof }: Paid & { receipt: string }) {
  const [used] = await scope.tx.execute(sql`
    select 1 from payments where tenant_id = ${scope.tenantId} and receipt = ${receipt} and id <> ${payment.id}`);
  if (used) return false;
  if (proof === "word") return true;
  const [mine] = await scope.tx
    .insert(mpesaReceipts)
    .values({
      tenantId: scope.tenantId,
      receipt,
      amountMinor: payment.amountMinor,
      reference: payment.reference ?? "",
      paidAt: at ?? now(),
      source: "callback",
      paymentId: payment.id,
      createdAt: now(),
    })
    .onConflictDoUpdate({
      target: [mpesaReceipts.tenantId, mpesaReceipts.receipt],
      set: { paymentId: payment.id },
      setWhere: sql`mpesa_receipts.payment_id is null or mpesa_receipts.payment_id = ${payment.id}`,
    })
    .returning({ receipt: mpesaReceipts.receipt });
  return mine !== undefined;
}

/** What was taken on somebody's word, or on an answer without a receipt, is now known to the receipt. */
async function complete(scope: Scope, payment: Payment, paid: Paid): Promise<void> {
  if (!paid.receipt || paid.proof === "word") return;
  const known = payment.receipt === paid.receipt && payment.proof !== "word";
  if (known || (payment.receipt && payment.receipt !== paid.receipt && payment.proof !== "word")) return;
  if (!(await claimReceipt(scope, payment, { ...paid, receipt: paid.receipt })))
    return doubt(scope, payment, "receipt_used");
  await scope.tx.execute(sql`
    update payments set receipt = ${paid.receipt}, proof = ${paid.proof}, doubt = case when doubt = 'late' then doubt end
    where tenant_id = ${scope.tenantId} and id = ${payment.id}`);
  if (payment.proof === "word") {
    const nth = `verified${await afterTakingBack(scope, payment)}`;
    const isNew = await recordEntries(scope, {
      kind: "verified",
      source: `${nth} ${payment.id}`,
      entries: codeWasVerified(payment.amountMinor),
      ...placeOf(payment),
    });
    if (!isNew) throw new Error(`payment ${payment.id} was verified already`);
    await levelByHand(scope, payment, nth);
  }
  recordEvent(scope, { name: "payment.verified", ...factsOf(payment) });
}

/** Its deposit was taken for paid, and that payment was taken back: the time was kept, and this one pays for it after all. */
async function isTakenBack({ tx, tenantId }: Scope, bookingId: string): Promise<boolean> {
  const [row] = await tx.execute(sql`
    select 1 from bookings b where tenant_id = ${tenantId} and id = ${bookingId} and deposit in ('paid', 'due')
      and status in ('requested', 'confirmed', 'arrived', 'in_service', 'completed')
      and not exists (select 1 from payments p where p.tenant_id = b.tenant_id and p.booking_id = b.id
        and p.status in ('paid', 'paid_late'))`);
  return row !== undefined;
}

/** What was written for it before, and taken back, stays; this is written beside it. */
async function afterTakingBack({ tx, tenantId }: Scope, { id }: Payment): Promise<string> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from ledger_transactions
    where tenant_id = ${tenantId} and payment_id = ${id} and kind = 'taken_back'`);
  return row!.n === 0 ? "" : ` again ${row!.n}`;
}

async function queueLate(scope: Scope, payment: Payment): Promise<void> {
  const { id: paymentId, bookingId, saleId, customerId, amountMinor, currency } = payment;
  const at = now();
  const id = newId();
  await scope.tx.insert(refunds).values({
    ...{ tenantId: scope.tenantId, id, paymentId, bookingId, saleId, customerId, amountMinor, currency },
    why: "late",
    status: "queued",
    notBefore: at,
    createdAt: at,
  });
  recordEvent(scope, { name: "refund.changed", refundId: id });
}
