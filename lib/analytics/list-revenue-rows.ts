import { type SQL, sql } from "drizzle-orm";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { RevenueRowsQuery } from "./input";
import { isTold, ofCustomers } from "./internal/accounts-by";
import { countsOf } from "./internal/counts-of";
import { revenueParts } from "./internal/revenue-parts";
import { periodOf } from "./period";
import type { Days, Method, Period } from "./rules";

/** What a sale brought on a day, or a booking whose deposit was kept; of money that was paid, one payment. */
export type RevenueRow = {
  id: string;
  day: string;
  minor: number;
  saleId: string | null;
  number: number | null;
  bookingId: string | null;
  visitId: string | null;
  customerId: string | null;
  customerName: string | null;
  /** What was sold. */
  what: string;
};

export type RevenueRows = {
  period: Period;
  currency: string;
  items: RevenueRow[];
  /** Of all of them, not only of the page. */
  total: { rows: number; minor: number };
  nextCursor: string | null;
  position: string;
};

type Row = Omit<RevenueRow, "minor" | "id"> & { id: string | null; minor: string; rows: string; sum: string };

/** What a figure of the report is made of, the latest day first, page by page. */
export async function listRevenueRows(scope: Scope, query: RevenueRowsQuery): Promise<RevenueRows> {
  const { tx, tenantId } = scope;
  const head = await headOf(scope);
  const { currency, timeZone } = await houseOf(scope);
  const period = periodOf(query, localDate(now(), timeZone));
  const found = query.method
    ? paidBy(scope, period, query.method, (await countsOf(scope, period, timeZone)).drawerSince)
    : earnedBy(scope, period, query);
  const { limit, cursor } = query;
  const [day, id] = cursor?.split(" ") ?? [];
  const after = cursor ? sql`where (f.day, f.id) < (${day}::date, ${id}::uuid)` : sql``;
  const rows = await tx.execute<Row>(sql`
    with found as materialized ${found}
    select page.*, sums.rows, sums.sum
    from (select count(*) as rows, coalesce(sum(minor), 0) as sum from found) sums
    left join lateral (
      select f.id, f.day::text as day, f.minor, f.sale_id as "saleId", s.number, coalesce(f.booking_id, s.booking_id) as "bookingId",
        s.visit_id as "visitId", c.id as "customerId", c.name as "customerName",
        coalesce((select string_agg(n.name, ', ' order by n.position) from sale_lines n
          where n.tenant_id = ${tenantId} and n.sale_id = f.sale_id), '') as what
      from (select * from found f ${after} order by f.day desc, f.id desc limit ${limit + 1}) f
      left join sales s on s.tenant_id = ${tenantId} and s.id = f.sale_id
      left join bookings b on b.tenant_id = ${tenantId} and b.id = f.booking_id
      left join customers c on c.tenant_id = ${tenantId} and c.id = coalesce(s.customer_id, b.customer_id)
    ) page on true order by page.day desc, page.id desc`);
  const items = rows.flatMap(({ rows: _, sum: __, id: key, minor, ...row }): RevenueRow[] =>
    key === null ? [] : [{ ...row, id: key, minor: Number(minor) }],
  );
  const last = items[limit - 1];
  return {
    ...{ period, currency },
    items: items.slice(0, limit),
    total: { rows: Number(rows[0]!.rows), minor: Number(rows[0]!.sum) },
    nextCursor: items.length > limit && last ? `${last.day} ${last.id}` : null,
    position: writePosition(head),
  };
}

/** Whatever is of neither sale nor booking is one row a day. */
const nobody = "00000000-0000-0000-0000-000000000000";

function earnedBy(scope: Scope, days: Days, asked: RevenueRowsQuery): SQL {
  const { service, product, staff, category, kind } = asked;
  return sql`(
    select p.day, coalesce(p.sale_id, p.booking_id, ${nobody}) as id, p.sale_id, p.booking_id, sum(p.minor) as minor
    from ${revenueParts(scope, days)} p
    where true ${service ? sql`and p.service_id = ${service}` : sql``} ${product ? sql`and p.product_id = ${product}` : sql``}
      ${staff === "none" ? sql`and p.staff_id is null` : staff ? sql`and p.staff_id = ${staff}` : sql``}
      ${kind ? sql`and p.kind = ${kind}` : sql``}
      ${category ? sql`and p.service_id in (select v.id from services v where v.tenant_id = ${scope.tenantId} and v.category = ${category})` : sql``}
    group by 1, 2, 3, 4 having sum(p.minor) <> 0)`;
}

const accountsOf: Record<Method, SQL> = {
  mpesa: sql`('mpesa', 'mpesa_by_hand')`,
  cash: sql`('cash')`,
  card: sql`('card')`,
  other: sql`('other')`,
};

const paidBy = ({ tenantId }: Scope, { from, to }: Days, method: Method, drawerSince: string | null): SQL => sql`(
  select l.day, l.id, l.sale_id, l.booking_id, sum(e.debit_minor - e.credit_minor) as minor
  from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
  where l.tenant_id = ${tenantId} and l.day between ${from} and ${to} and e.account in ${accountsOf[method]}
    and ${ofCustomers} and ${isTold(drawerSince)}
  group by 1, 2, 3, 4 having sum(e.debit_minor - e.credit_minor) <> 0)`;
