import { type SQL, sql } from "drizzle-orm";
import { mpesaReceipts } from "@/db/schema/payments";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { markListed } from "./mark-listed";
import { owedLate } from "./owed-late";
import { lockPayment } from "./payment";
import { addCode } from "./payment-of-code";
import { settle } from "./settle";
import { unsettle } from "./unsettle";

/** Money that Safaricom, or the statement of the till, says came in. */
export type Received = { receipt: string; amountMinor: number; reference: string; paidAt: Date };
export type ReceiptSource = "confirmation" | "pull" | "csv";

/** Keeps them, each once, and settles what they were for. Few at a time: each may put a booking back. */
export async function keepReceipts(scope: Scope, all: readonly Received[], source: ReceiptSource): Promise<number> {
  const { added, matches } = await noteReceipts(scope, all, source);
  for (const match of matches) await settleReceipt(scope, match);
  return added;
}

/** What a receipt was for: a payment that was asked for, or a booking whose reference the payer typed. */
export type Match = { receipt: string; amountMinor: number; paidAt: Date } & ({ id: string } | { bookingId: string });

/**
 * Writes them down, each once, and finds what they were for: the payment with that receipt, or with that reference and
 * amount, or whose payer said that this is their code. What is for nothing known waits for a person.
 */
export async function noteReceipts(
  scope: Scope,
  all: readonly Received[],
  source: ReceiptSource,
): Promise<{ added: number; matches: Match[] }> {
  if (all.length === 0) return { added: 0, matches: [] };
  const added = await scope.tx
    .insert(mpesaReceipts)
    .values(all.map((one) => ({ ...one, tenantId: scope.tenantId, source, createdAt: now() })))
    .onConflictDoNothing({ target: [mpesaReceipts.tenantId, mpesaReceipts.receipt] })
    .returning({ receipt: mpesaReceipts.receipt, amountMinor: mpesaReceipts.amountMinor });
  if (source !== "confirmation") await markListed(scope, all);
  if (source === "pull") await takeBack(scope, all);
  const byReceipt = new Map(all.map((one) => [one.receipt, one]));
  const payments = await findPayments(scope, all);
  const asked = new Set(payments.map(({ receipt }) => receipt));
  const typed = await findBookings(
    scope,
    all.filter(({ receipt }) => !asked.has(receipt)),
  );
  const matches = [...payments, ...typed].map((found) => {
    const { amountMinor, paidAt } = byReceipt.get(found.receipt)!;
    return { ...found, amountMinor, paidAt };
  });
  const known = new Set(matches.map(({ receipt }) => receipt));
  const unknown = added.filter(({ receipt }) => !known.has(receipt));
  const amountMinor = unknown.reduce((sum, one) => sum + one.amountMinor, 0);
  if (amountMinor > 0)
    recordEvent(scope, { name: "money.arrived", tenantId: scope.tenantId, amountMinor, currency: "KES" });
  return { added: added.length, matches };
}

export async function settleReceipt(scope: Scope, match: Match): Promise<void> {
  const { receipt, amountMinor, paidAt } = match;
  const id = "id" in match ? match.id : await paymentOfTyped(scope, match);
  const payment = id === null ? null : await lockPayment(scope, id);
  if (payment && payment.amountMinor === amountMinor)
    await settle(scope, payment, { receipt, at: paidAt, proof: "statement" });
}

/** Money for a booking that nobody was asked for: a payment of its own, so that a prompt which is open stays what it is. */
async function paymentOfTyped(
  scope: Scope,
  { bookingId, receipt, amountMinor }: Extract<Match, { bookingId: string }>,
) {
  const owed = await owedLate(scope, bookingId, amountMinor);
  // Locked after what it was for, as by everybody.
  const [free] = await scope.tx.execute(sql`
    select 1 from mpesa_receipts where tenant_id = ${scope.tenantId} and receipt = ${receipt}
      and payment_id is null and settled_as is null for update`);
  return "refusal" in owed || !free ? null : addCode(scope, owed);
}

/**
 * Somebody told a payment that it was paid, with a receipt that Safaricom's own list gives to another one. What was
 * written for it is taken back by entries of its own, and a person looks; the receipt is free for whose it is.
 */
async function takeBack(scope: Scope, all: readonly Received[]): Promise<void> {
  const given = JSON.stringify(all.map(({ receipt, reference }) => ({ receipt, reference })));
  const wrong = await scope.tx.execute<{ id: string }>(sql`
    select p.id from json_to_recordset(${given}::text::json) as r (receipt text, reference text)
    join payments p on p.tenant_id = ${scope.tenantId} and p.receipt = r.receipt and p.method = 'prompt'
      and p.status in ('paid', 'paid_late') and p.reference <> r.reference
    join payments mine on mine.tenant_id = ${scope.tenantId} and mine.reference = r.reference and mine.method = 'prompt'
    order by p.id`);
  for (const { id } of wrong) {
    const payment = await lockPayment(scope, id);
    if (payment) await unsettle(scope, payment);
  }
}

/** Those that still want something: to be paid, or to be told their receipt. In one order, as everybody locks them. */
async function findPayments(
  { tx, tenantId }: Scope,
  all: readonly Received[],
): Promise<{ id: string; receipt: string }[]> {
  const given = JSON.stringify(
    all.map(({ receipt, amountMinor, reference }) => ({ receipt, amount: amountMinor, reference })),
  );
  return tx.execute<{ id: string; receipt: string }>(sql`
    select distinct on (r.receipt) p.id, r.receipt
    from json_to_recordset(${given}::text::json) as r (receipt text, amount bigint, reference text)
    join mpesa_receipts m on m.tenant_id = ${tenantId} and m.receipt = r.receipt and m.payment_id is null
    join payments p on p.tenant_id = ${tenantId} and p.amount_minor = r.amount
      and (p.receipt = r.receipt or (p.receipt is null and (p.reference = r.reference or p.claimed = r.receipt)))
      and (p.status not in ('paid', 'paid_late') or p.receipt is null or p.proof = 'word')
      and p.method in ('prompt', 'code')
    order by r.receipt, (p.receipt = r.receipt) desc nulls last, p.id`);
}

/** Over a booking `b`: it waits for its deposit, or has just waited too long, and this account and amount are for it. */
export const isNamed = (account: SQL, amount: SQL): SQL => sql`
  b.reference = ${account} and b.deposit = 'due' and b.status in ('held', 'expired') and b.deposit_minor <= ${amount}`;

/** Bookings that wait for their deposit, or have just waited too long, and were named as the account: for as much or more. */
async function findBookings(
  { tx, tenantId }: Scope,
  all: readonly Received[],
): Promise<{ bookingId: string; receipt: string }[]> {
  const typed = all.flatMap(({ receipt, amountMinor, reference }) => {
    const name = reference.replaceAll(/\s/g, "").toUpperCase();
    return name ? [{ receipt, amount: amountMinor, name }] : [];
  });
  if (typed.length === 0) return [];
  return tx.execute<{ bookingId: string; receipt: string }>(sql`
    select b.id as "bookingId", r.receipt
    from json_to_recordset(${JSON.stringify(typed)}::text::json) as r (receipt text, amount bigint, name text)
    join mpesa_receipts m on m.tenant_id = ${tenantId} and m.receipt = r.receipt and m.payment_id is null
      and m.settled_as is null
    join bookings b on b.tenant_id = ${tenantId} and ${isNamed(sql`r.name`, sql`r.amount`)}
    where not exists (select 1 from payments p where p.tenant_id = ${tenantId} and p.receipt = r.receipt)
    order by b.id, r.receipt`);
}
