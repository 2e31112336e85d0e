import { type SQL, sql } from "drizzle-orm";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { CustomerRow, CustomerRowsAnswer, VisitRow } from "./answers";
import { type CustomersOf, type VisitsOf, visitsOf } from "./customer-rules";
import { cursorOf, isoOf, pageRows, pastCursor } from "./internal/pages";
import { periodRows } from "./internal/period-rows";
import { customersWhich, customerTables, peopleSeen, visitsWhich } from "./internal/who-counts";
import { periodOf } from "./period";
import type { CustomerRowsQuery } from "./rows-input";

const isOfVisits = (of: CustomersOf | VisitsOf): of is VisitsOf => visitsOf.some((one) => one === of);

/** The customers or visits that a number counts, the latest first, page by page. */
export async function listCustomerRows(scope: Scope, { of, cursor, ...query }: CustomerRowsQuery) {
  const head = await headOf(scope);
  const { currency, timeZone } = await houseOf(scope);
  const period = periodOf(query, localDate(now(), timeZone));
  const tables = customerTables(scope, periodRows([period], timeZone, now()));
  const none = { customers: [], visits: [], nextCursor: null };
  const found = isOfVisits(of)
    ? { ...none, ...(await visitsOfPage(scope, of, tables, cursor)) }
    : { ...none, ...(await customersOfPage(scope, of, tables, cursor)) };
  return { of, period, ...found, timeZone, currency, position: writePosition(head) } satisfies CustomerRowsAnswer;
}

async function customersOfPage(scope: Scope, of: CustomersOf, tables: SQL, cursor: string | undefined) {
  const isOfBooks = ["total", "new", "signed_in", "desk_only", "children"].includes(of);
  const at = isoOf(isOfBooks ? sql`c.created_at` : sql`o.last`);
  const rows = await scope.tx.execute<Omit<CustomerRow, "paidMinor"> & { paidMinor: string }>(sql`
    with ${tables}
    select * from (select c.id, c.name, ${at} as at, coalesce(o.visits, 0) as visits, coalesce(o.spent, 0) as "paidMinor"
      from ${peopleSeen} where ${customersWhich[of]}) r
    where ${pastCursor(cursor)} order by r.at desc, r.id desc limit ${pageRows + 1}`);
  const customers = rows.slice(0, pageRows).map((row) => ({ ...row, paidMinor: Number(row.paidMinor) }));
  return { customers, nextCursor: cursorOf(rows) };
}

async function visitsOfPage(scope: Scope, of: VisitsOf, tables: SQL, cursor: string | undefined) {
  const rows = await scope.tx.execute<Omit<VisitRow, "paidMinor"> & { paidMinor: string }>(sql`
    with ${tables}, page as (
      select * from (select v.id, v.customer_id as "customerId", c.name, ${isoOf(sql`v.started_at`)} as at, v.paid_minor as "paidMinor"
        from periods p join visits v on v.tenant_id = ${scope.tenantId} and v.voided_at is null
          and v.started_at >= p.starts and v.started_at < p.ends
        join people c on c.id = v.customer_id where ${visitsWhich(scope)[of]}) r
      where ${pastCursor(cursor)} order by r.at desc, r.id desc limit ${pageRows + 1})
    select r.*, (select coalesce(string_agg(l.service_name, ', ' order by l.position), '') from visit_lines l
      where l.tenant_id = ${scope.tenantId} and l.visit_id = r.id) as services
    from page r order by r.at desc, r.id desc`);
  const visits = rows.slice(0, pageRows).map((row) => ({ ...row, paidMinor: Number(row.paidMinor) }));
  return { visits, nextCursor: cursorOf(rows) };
}
