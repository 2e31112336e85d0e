import { sql } from "drizzle-orm";
import { mpesaReceipts } from "@/db/schema/payments";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { markListed } from "./mark-listed";
import { lockPayment } from "./payment";
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

/** What a receipt was for. */
export type Match = { id: string; receipt: string; amountMinor: number; paidAt: Date };

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
  const matches = (await findPayments(scope, all)).map(({ id, receipt }) => {
    const { amountMinor, paidAt } = byReceipt.get(receipt)!;
    return { id, receipt, amountMinor, paidAt };
  });
  const known = new Set(matches.map(({ receipt }) => receipt));
  const unknown = added.filter(({ receipt }) => !known.has(receipt));
  const amountMinor = unknown.reduce((sum, one) => sum + one.amountMinor, 0);
  if (amountMinor > 0)
    recordEvent(scope, { name: "money.arrived", tenantId: scope.tenantId, amountMinor, currency: "KES" });
  return { added: added.length, matches };
}

export async function settleReceipt(scope: Scope, { id, receipt, amountMinor, paidAt }: Match): Promise<void> {
  const payment = await lockPayment(scope, id);
  if (payment && payment.amountMinor === amountMinor)
    await settle(scope, payment, { receipt, at: paidAt, proof: "statement" });
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
