import { sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { keysName, openKeys } from "./get-account";
import { type PaymentItem, type PaymentRow, paymentColumns, paymentItem } from "./internal/payment-items";
import { owedOf } from "./lock-sale";

/** Money that came in and is for nothing known. */
export type UnmatchedReceipt = {
  receipt: string;
  amountMinor: number;
  reference: string;
  paidAt: string;
  source: "callback" | "confirmation" | "pull" | "csv";
  /** What it may have been for: visits whose deposit of this amount is not paid, the likeliest first. */
  matches: { bookingId: string; reference: string; customerName: string; startsAt: string; status: string }[];
  /** And sales that are open and still owe just so much. */
  sales: { saleId: string; number: number; customerName: string | null; openedAt: string }[];
};

/** A day on which Safaricom's list and our books do not say the same. */
export type OddDay = { day: string; listedMinor: number; writtenMinor: number };

export type MoneyInbox = {
  payments: PaymentItem[];
  receipts: UnmatchedReceipt[];
  days: OddDay[];
  /** Of each kind, all of them: the lists stop somewhere. */
  counts: { payments: number; receipts: number; refunds: number };
  /** The keys that are kept cannot be read any more: no phone is asked until they are given again. */
  keysLost: boolean;
  currency: string;
  position: string;
};

const most = 100;

/** One whose code somebody typed in for another amount is told by that payment's doubt. */
const isUnmatched = sql`m.payment_id is null and m.settled_as is null and not exists (
  select 1 from payments p where p.tenant_id = m.tenant_id and p.receipt = m.receipt)`;

type ReceiptRow = Pick<UnmatchedReceipt, "receipt" | "reference" | "source"> & {
  amount_minor: string;
  paid_at: string;
  matches: UnmatchedReceipt["matches"] | null;
  sales: UnmatchedReceipt["sales"] | null;
};

type Counts = { payments: string; receipts: string; refunds: string; currency: string; sealed: string | null };

/** What needs a person: doubtful payments, money for nothing known, days that differ. One statement for each. */
export async function listInbox(scope: Scope): Promise<MoneyInbox> {
  const { tenantId, tx } = scope;
  const [head, payments, receipts, days, [counts]] = await Promise.all([
    headOf(scope),
    tx.execute<PaymentRow>(sql`
      select ${paymentColumns(scope)} from payments p where p.tenant_id = ${tenantId} and p.doubt is not null
      order by p.created_at desc, p.id desc limit ${most}`),
    tx.execute<ReceiptRow>(sql`
      with owing as (
        select s.id, s.number, s.created_at, ${owedOf()} as owed,
          (select c.name from customers c where c.tenant_id = s.tenant_id and c.id = s.customer_id) as name
        from sales s where s.tenant_id = ${tenantId} and s.status = 'open' order by s.created_at desc limit ${most})
      select m.receipt, m.amount_minor, m.reference, m.paid_at, m.source, found.matches,
        (select json_agg(json_build_object('saleId', s.id, 'number', s.number, 'customerName', s.name, 'openedAt', s.created_at)
          order by abs(extract(epoch from s.created_at - m.paid_at))) from owing s where s.owed = m.amount_minor) as sales
      from (select * from mpesa_receipts m where m.tenant_id = ${tenantId} and ${isUnmatched}
        order by m.paid_at desc, m.receipt limit ${most}) m
      left join lateral (
        select json_agg(json_build_object('bookingId', b.id, 'reference', b.reference, 'customerName', b.name,
          'startsAt', b.starts_at, 'status', b.status)) as matches
        from (
          select b.id, b.reference, b.starts_at, b.status, c.name from bookings b
          join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
          where b.tenant_id = ${tenantId} and b.deposit = 'due' and b.deposit_minor = m.amount_minor
            and b.created_at between m.paid_at - interval '3 days' and m.paid_at + interval '1 day'
          order by (upper(m.reference) like upper(b.reference) || '%') desc,
            abs(extract(epoch from b.created_at - m.paid_at)) limit 6
        ) b
      ) found on true
      order by m.paid_at desc, m.receipt`),
    tx.execute<{ day: string; listed_minor: string; written_minor: string }>(sql`
      select day::text as day, listed_minor, written_minor from mpesa_days
      where tenant_id = ${tenantId} and listed_minor <> written_minor
        and seen_minor is distinct from listed_minor - written_minor order by day desc limit 31`),
    tx.execute<Counts>(sql`
      select t.currency,
        (select k.sealed from tenant_secrets k where k.tenant_id = t.id and k.name = ${keysName}) as sealed,
        (select count(*) from payments p where p.tenant_id = t.id and p.doubt is not null) as payments,
        (select count(*) from mpesa_receipts m where m.tenant_id = t.id and ${isUnmatched}) as receipts,
        (select count(*) from refunds r where r.tenant_id = t.id and r.status in ('asked', 'queued', 'failed', 'needs_review')) as refunds
      from tenants t where t.id = ${tenantId}`),
  ]);
  return {
    payments: payments.map(paymentItem),
    receipts: receipts.map(receiptOf),
    days: days.map(({ day, ...sums }) => ({
      day,
      listedMinor: Number(sums.listed_minor),
      writtenMinor: Number(sums.written_minor),
    })),
    counts: {
      payments: Number(counts!.payments),
      receipts: Number(counts!.receipts),
      refunds: Number(counts!.refunds),
    },
    keysLost: counts!.sealed !== null && openKeys(counts!.sealed, tenantId) === null,
    currency: counts!.currency,
    position: writePosition(head),
  };
}

const receiptOf = ({
  amount_minor: amount,
  paid_at: paidAt,
  matches,
  sales,
  ...row
}: ReceiptRow): UnmatchedReceipt => ({
  receipt: row.receipt,
  reference: row.reference,
  source: row.source,
  amountMinor: Number(amount),
  paidAt: new Date(paidAt).toISOString(),
  sales: (sales ?? []).map((one) => ({ ...one, openedAt: new Date(one.openedAt).toISOString() })),
  matches: (matches ?? []).map((one) => ({ ...one, startsAt: new Date(one.startsAt).toISOString() })),
});
