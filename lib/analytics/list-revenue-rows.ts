import { type SQL, sql } from "drizzle-orm";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { RevenueRowsQuery } from "./input";
import { countsOf } from "./internal/counts-of";
import { rowsOf } from "./internal/rows-of";
import { periodOf } from "./period";
import type { Period } from "./rules";

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
  /** Whose or what of they are, where one is asked for. */
  about: string | null;
  /** Of all of them, not only of the page. */
  total: { rows: number; minor: number };
  nextCursor: string | null;
  position: string;
};

type Row = Omit<RevenueRow, "minor" | "id"> & {
  id: string | null;
  minor: string;
  rows: string;
  sum: string;
  about: string | null;
};

/** What a figure of the report is made of, the latest day first, page by page. */
export async function listRevenueRows(scope: Scope, query: RevenueRowsQuery): Promise<RevenueRows> {
  const { tx, tenantId } = scope;
  const head = await headOf(scope);
  const { currency, timeZone } = await houseOf(scope);
  const period = periodOf(query, localDate(now(), timeZone));
  const { drawerSince } = await countsOf(scope, period, timeZone);
  const found = rowsOf(scope, period, query, { timeZone, drawerSince });
  const { limit, cursor } = query;
  const [day, id] = cursor?.split(" ") ?? [];
  const after = cursor ? sql`where (f.day, f.id) < (${day}::date, ${id}::uuid)` : sql``;
  const rows = await tx.execute<Row>(sql`
    with found as materialized ${found}
    select page.*, sums.rows, sums.sum, ${nameOf(scope, query)} as about
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
  const items = rows.flatMap(({ rows: _, sum: __, about: ___, id: key, minor, ...row }): RevenueRow[] =>
    key === null ? [] : [{ ...row, id: key, minor: Number(minor) }],
  );
  const last = items[limit - 1];
  return {
    ...{ period, currency, about: rows[0]!.about },
    items: items.slice(0, limit),
    total: { rows: Number(rows[0]!.rows), minor: Number(rows[0]!.sum) },
    nextCursor: items.length > limit && last ? `${last.day} ${last.id}` : null,
    position: writePosition(head),
  };
}

function nameOf({ tenantId }: Scope, { service, product, staff }: RevenueRowsQuery): SQL {
  if (service) return sql`(select name from services where tenant_id = ${tenantId} and id = ${service})`;
  if (product) return sql`(select name from products where tenant_id = ${tenantId} and id = ${product})`;
  if (staff && staff !== "none") return sql`(select name from staff where tenant_id = ${tenantId} and id = ${staff})`;
  return sql`null`;
}
