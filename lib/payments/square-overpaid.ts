import { sql } from "drizzle-orm";
import { refunds } from "@/db/schema/payments";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { owedOf } from "./lock-sale";

type Sale = { id: string; customerId: string | null; currency: string };
type Open = { id: string; status: string; amountMinor: number };

/** Nothing of it has left the house, so it can still be taken out of the queue. */
const isHere = ({ status }: Open) => status === "queued" || status === "failed" || status === "approved";

/**
 * What was paid too much of a sale stands among the refunds, once: less what the desk has asked for and nobody has decided.
 * Called with the sale locked, in the transaction in which its money came or went.
 */
export async function squareOverpaid(scope: Scope, sale: Sale, paymentId: string | null = null): Promise<void> {
  const { tx, tenantId } = scope;
  const owedMinor = await owedBy(scope, sale.id);
  const open = await overpaidOf(scope, sale.id);
  const asked = sumOf(open.filter(({ status }) => status === "asked"));
  const want = Math.max(0, -owedMinor - asked);
  const due = open.filter(({ status }) => status !== "asked");
  let dueMinor = sumOf(due);
  for (const one of due.filter(isHere)) {
    if (dueMinor <= want) break;
    await tx.execute(sql`
      update refunds set status = 'withdrawn', done_at = ${now().toISOString()}
      where tenant_id = ${tenantId} and id = ${one.id}`);
    recordEvent(scope, { name: "refund.changed", refundId: one.id });
    dueMinor -= one.amountMinor;
  }
  if (dueMinor >= want) return;
  const id = newId();
  const amountMinor = want - dueMinor;
  await tx.insert(refunds).values({
    ...{ tenantId, id, saleId: sale.id, customerId: sale.customerId, currency: sale.currency, amountMinor },
    paymentId: paymentId ?? (await paidBy(scope, sale.id, amountMinor)),
    why: "overpaid",
    status: "queued",
    notBefore: now(),
    createdAt: now(),
  });
  recordEvent(scope, { name: "refund.changed", refundId: id });
}

const sumOf = (all: readonly Open[]) => all.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

async function owedBy({ tx, tenantId }: Scope, saleId: string): Promise<number> {
  const [row] = await tx.execute<{ owed: string }>(
    sql`select ${owedOf()} as owed from sales s where s.tenant_id = ${tenantId} and s.id = ${saleId}`,
  );
  return Number(row!.owed);
}

async function overpaidOf({ tx, tenantId }: Scope, saleId: string): Promise<Open[]> {
  const rows = await tx.execute<{ id: string; status: string; amount: string }>(sql`
    select id, status, amount_minor as amount from refunds where tenant_id = ${tenantId} and sale_id = ${saleId}
      and why = 'overpaid' and status not in ('done', 'withdrawn') order by created_at desc, id desc for update`);
  return rows.map(({ id, status, amount }) => ({ id, status, amountMinor: Number(amount) }));
}

/** M-Pesa gives back by itself what came as one payment: the one of just so much, or the last. */
async function paidBy({ tx, tenantId }: Scope, saleId: string, amountMinor: number): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from payments where tenant_id = ${tenantId} and sale_id = ${saleId} and status = 'paid'
      and method in ('prompt', 'code') order by (amount_minor = ${amountMinor}) desc, settled_at desc limit 1`);
  return row?.id ?? null;
}
