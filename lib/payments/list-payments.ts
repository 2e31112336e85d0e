import { type SQL, sql } from "drizzle-orm";
import { anywhere, customerLike } from "@/lib/customers/customer-like";
import { betweenDays } from "@/lib/tenancy/between-days";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import type { PaymentFilters, PaymentQuery } from "./input";
import { type PaymentItem, type PaymentRow, paymentColumns, paymentItem } from "./internal/payment-items";

export type { PaymentItem } from "./internal/payment-items";

/** Of all that the filters leave, not only of the page. */
export type PaymentTotals = {
  payments: number;
  paidMinor: number;
  unverifiedMinor: number;
  /** Without the cash of the drawer that is open: it is counted without knowing. */
  withoutDrawer: boolean;
  currency: string;
};

export type PaymentPage = {
  items: PaymentItem[];
  totals: PaymentTotals;
  nextCursor: string | null;
  position: string;
};

/** Of M-Pesa alone: what is counted into the drawer or runs through a card machine is nobody's mere word. */
const isUnverified = sql`p.status in ('paid', 'paid_late') and p.proof = 'word' and p.method in ('prompt', 'code')`;

type Row = PaymentRow &
  Record<"payments" | "paid" | "unverified" | "house_currency", string> & { without_drawer: boolean };

/** What was asked for and what came, latest first, page by page. The last one's id is the cursor. */
export async function listPayments(scope: Scope, { limit, cursor, ...filters }: PaymentQuery): Promise<PaymentPage> {
  const [head, rows] = await Promise.all([
    headOf(scope),
    scope.tx.execute<Row>(sql`
      with found as not materialized (
        select p.* from payments p where p.tenant_id = ${scope.tenantId} ${narrowed(scope, filters)})
      select page.*, sums.*, t.currency as house_currency
      from (select count(*) as payments,
          coalesce(sum(p.amount_minor) filter (where p.status in ('paid', 'paid_late') and not ${inDrawer}), 0) as paid,
          coalesce(bool_or(${inDrawer}), false) as without_drawer,
          coalesce(sum(p.amount_minor) filter (where ${isUnverified}), 0) as unverified
        from found p left join drawer_sessions d on d.tenant_id = ${scope.tenantId} and d.closed_at is null) sums
      join tenants t on t.id = ${scope.tenantId}
      left join lateral (
        select ${paymentColumns(scope)} from (
          select * from found p where true ${after(scope, cursor)} order by p.created_at desc, p.id desc limit ${limit + 1}
        ) p
      ) page on true
      order by page.created_at desc, page.id desc`),
  ]);
  const found = rows.filter(({ id }) => id !== null).map(paymentItem);
  const items = found.slice(0, limit);
  return {
    items,
    totals: totalsOf(rows[0]!),
    nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null,
    position: writePosition(head),
  };
}

/** Over a payment `p` and the open drawer `d`: cash that is in it. */
const inDrawer = sql`(p.method = 'cash' and d.opened_at is not null and coalesce(p.settled_at, p.created_at) >= d.opened_at)`;

const totalsOf = (row: Row): PaymentTotals => ({
  payments: Number(row.payments),
  paidMinor: Number(row.paid),
  unverifiedMinor: Number(row.unverified),
  withoutDrawer: row.without_drawer,
  currency: row.house_currency,
});

const inState = {
  open: sql`and p.status in ('created', 'submitting', 'pending', 'unknown')`,
  paid: sql`and p.status in ('paid', 'paid_late')`,
  failed: sql`and p.status in ('declined', 'expired', 'config_error')`,
  review: sql`and p.status = 'needs_review'`,
};

const such = {
  unverified: sql`and ${isUnverified}`,
  late: sql`and p.status = 'paid_late'`,
  doubtful: sql`and p.doubt is not null`,
};

function narrowed({ tenantId, actor }: Scope, { status, method, only, text, ...days }: PaymentFilters): SQL {
  const like = text ? anywhere(text) : "";
  const found = text
    ? sql`and (p.receipt ilike ${like} or p.reference ilike ${like} or exists (select 1 from customers c
        where c.tenant_id = ${tenantId} and c.id = p.customer_id and ${customerLike(text, actor)}))`
    : sql``;
  return sql`${status ? inState[status] : sql``} ${only ? such[only] : sql``}
    ${method ? sql`and p.method = ${method}` : sql``} ${found} ${betweenDays(tenantId, sql`p.created_at`, days)}`;
}

const after = ({ tenantId }: Scope, cursor: string | undefined): SQL =>
  cursor
    ? sql`and (p.created_at, p.id) < (select o.created_at, o.id from payments o where o.tenant_id = ${tenantId} and o.id = ${cursor})`
    : sql``;
