import { sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { darajaAccount } from "./get-account";
import type { RefundQuery } from "./input";
import { instantOf } from "./internal/payment-items";
import { isOwn } from "./own-request";

type Why = "cancelled" | "declined" | "late" | "returned" | "overpaid";
export type RefundStatus =
  /** At the till, where it is decided. */
  "asked" | "queued" | "approved" | "submitting" | "submitted" | "done" | "failed" | "withdrawn" | "needs_review";

export type RefundItem = {
  id: string;
  at: string;
  amountMinor: number;
  currency: string;
  why: Why;
  status: RefundStatus;
  method: "reversal" | "mpesa" | "cash" | "card" | "other" | null;
  /** What was said about it, or Safaricom's own words. */
  note: string;
  /** Of what was sent back; and of what had come. */
  receipt: string | null;
  paidReceipt: string | null;
  customerName: string | null;
  bookingId: string | null;
  bookingReference: string | null;
  saleId: string | null;
  askedBy: string | null;
  /** Whoever looks at it asked for it, and somebody else gives it back. */
  own: boolean;
  approvedBy: string | null;
  doneAt: string | null;
  /** It cannot be paid before. */
  notBefore: string;
  /** M-Pesa can give it back by itself. */
  reversible: boolean;
};

export type RefundPage = { items: RefundItem[]; nextCursor: string | null; position: string };

type Row = Omit<RefundItem, "at" | "amountMinor" | "doneAt" | "notBefore" | "reversible"> & {
  created_at: string;
  amount_minor: string;
  done_at: string | null;
  not_before: string;
  proof: string | null;
  whole: boolean | null;
};

/** What is to be given back, oldest first; or what was, latest first. */
export async function listRefunds(scope: Scope, { which, cursor, limit }: RefundQuery): Promise<RefundPage> {
  const { tenantId, tx } = scope;
  const isOpen = which === "open";
  const those = isOpen ? sql`r.status not in ('done', 'withdrawn')` : sql`r.status in ('done', 'withdrawn')`;
  const order = isOpen ? sql`r.created_at, r.id` : sql`r.created_at desc, r.id desc`;
  const after = cursor
    ? sql`and (r.created_at, r.id) ${isOpen ? sql`>` : sql`<`}
        (select o.created_at, o.id from refunds o where o.tenant_id = ${tenantId} and o.id = ${cursor})`
    : sql``;
  const [head, account, rows] = await Promise.all([
    headOf(scope),
    darajaAccount(scope),
    tx.execute<Row>(sql`
      select r.id, r.created_at, r.amount_minor, r.currency, r.why, r.status, r.method, r.note, r.receipt, r.done_at, r.not_before,
        r.booking_id as "bookingId", r.sale_id as "saleId", p.receipt as "paidReceipt", p.proof,
        p.amount_minor = r.amount_minor and not exists (select 1 from refunds o where o.tenant_id = ${tenantId}
          and o.payment_id = r.payment_id and o.id <> r.id and o.status <> 'withdrawn') as whole,
        (select b.reference from bookings b where b.tenant_id = ${tenantId} and b.id = r.booking_id) as "bookingReference",
        (select c.name from customers c where c.tenant_id = ${tenantId} and c.id = r.customer_id) as "customerName",
        (select u.name from users u where u.id = r.by_user_id) as "askedBy",
        ${isOwn(scope, sql`r.by_user_id`)} as own,
        (select u.name from users u where u.id = r.approved_by) as "approvedBy"
      from (select * from refunds r where r.tenant_id = ${tenantId} and ${those} ${after} order by ${order} limit ${limit + 1}) r
      left join payments p on p.tenant_id = ${tenantId} and p.id = r.payment_id
      order by ${order}`),
  ]);
  const items = rows.slice(0, limit).map((row) => itemOf(row, account?.initiator !== undefined));
  return {
    items,
    nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    position: writePosition(head),
  };
}

function itemOf(row: Row, mayReverse: boolean): RefundItem {
  const { created_at: at, amount_minor: amount, done_at: doneAt, not_before: notBefore, proof, whole, ...same } = row;
  return {
    ...same,
    at: new Date(at).toISOString(),
    amountMinor: Number(amount),
    doneAt: instantOf(doneAt),
    notBefore: new Date(notBefore).toISOString(),
    reversible: mayReverse && row.status === "queued" && row.paidReceipt !== null && proof !== "word" && whole === true,
  };
}
