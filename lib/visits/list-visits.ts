import { type SQL, sql } from "drizzle-orm";
import { customerLike } from "@/lib/customers/customer-like";
import { betweenDays } from "@/lib/tenancy/between-days";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import type { VisitFilters, VisitQuery } from "./input";
import { doneBy, seenVisits, type VisitItem, type VisitRow, visitColumns, visitItem } from "./internal/visit-items";

export type { VisitItem } from "./internal/visit-items";

/** Of all that the filters leave, not only of the page. `shareMinor`: the work of the one staff member who is asked for. */
export type VisitTotals = {
  visits: number;
  totalMinor: number;
  /** Null for a staff member, whose total is their own part. */
  paidMinor: number | null;
  shareMinor: number | null;
  currency: string;
};

export type VisitPage = {
  items: VisitItem[];
  totals: VisitTotals;
  nextCursor: string | null;
  position: string;
  seq: number;
};

type Row = VisitRow & Record<"visits" | "all_total" | "all_paid" | "all_share" | "house_currency", string>;

/** What happened, latest first, page by page. The last one's id is the cursor. */
export async function listVisits(scope: Scope, { limit, cursor, ...filters }: VisitQuery): Promise<VisitPage> {
  const whose = ownStaffOnly(scope.actor) ?? filters.staff ?? null;
  // Their lines are read once, not visit by visit.
  const part = whose
    ? sql`join (select l.visit_id, sum(l.price_minor) as minor from visit_lines l
        where l.tenant_id = ${scope.tenantId} and l.staff_id = ${whose} group by l.visit_id) part on part.visit_id = v.id`
    : sql`cross join (select null::bigint as minor) part`;
  const [head, rows] = await Promise.all([
    headOf(scope),
    scope.tx.execute<Row>(sql`
      with found as not materialized (
        select v.*, part.minor as share from visits v ${part}
        where ${seenVisits(scope)} ${narrowed(scope, filters)})
      select page.*, sums.*, t.currency as house_currency
      from (select count(*) as visits, coalesce(sum(v.total_minor), 0) as all_total,
          coalesce(sum(v.paid_minor), 0) as all_paid, coalesce(sum(v.share), 0) as all_share from found v) sums
      join tenants t on t.id = ${scope.tenantId}
      left join lateral (
        select ${visitColumns(scope)} from (
          select * from found v where true ${after(scope, cursor)} order by v.started_at desc, v.id desc limit ${limit + 1}
        ) v
      ) page on true
      order by page.started_at desc, page.id desc`),
  ]);
  const found = rows.filter(({ id }) => id !== null).map(visitItem);
  const items = found.slice(0, limit);
  return {
    items,
    totals: totalsOf(rows[0]!, whose !== null, ownStaffOnly(scope.actor) !== null),
    nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null,
    position: writePosition(head),
    seq: head.seq,
  };
}

const totalsOf = (row: Row, ofOne: boolean, isOwn: boolean): VisitTotals => ({
  visits: Number(row.visits),
  totalMinor: Number(isOwn ? row.all_share : row.all_total),
  paidMinor: isOwn ? null : Number(row.all_paid),
  shareMinor: ofOne ? Number(row.all_share) : null,
  currency: row.house_currency,
});

function narrowed({ tenantId, actor }: Scope, { staff, customer, ...days }: VisitFilters): SQL {
  const whose = customer
    ? sql`and exists (select 1 from customers c
        where c.tenant_id = v.tenant_id and c.id = v.customer_id and ${customerLike(customer, actor)})`
    : sql``;
  return sql`${staff ? doneBy(staff) : sql``} ${whose} ${betweenDays(tenantId, sql`v.started_at`, days)}`;
}

const after = ({ tenantId }: Scope, cursor: string | undefined): SQL =>
  cursor
    ? sql`and (v.started_at, v.id) < (select o.started_at, o.id from visits o where o.tenant_id = ${tenantId} and o.id = ${cursor})`
    : sql``;
