import { type SQL, sql } from "drizzle-orm";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { type CustomersOf, type VisitsOf, visitsOf } from "./customer-rules";
import { cursorOf, isoOf, pageRows, pastCursor } from "./internal/pages";
import { periodRows } from "./internal/period-rows";
import { customersWhich, customerTables, peopleSeen, visitsWhich } from "./internal/who-counts";
import { periodOf } from "./period";
import type { CustomerRow, CustomerRowsAnswer } from "./report-answers";
import type { CustomerRowsQuery } from "./rows-input";

const isOfVisits = (of: CustomersOf | VisitsOf): of is VisitsOf => visitsOf.some((one) => one === of);

/** The customers or visits that a number counts, the latest first, page by page. */
export async function listCustomerRows(scope: Scope, asked: CustomerRowsQuery): Promise<CustomerRowsAnswer> {
  const { of, cursor, ...query } = asked;
  const head = await headOf(scope);
  const { currency, timeZone } = await houseOf(scope);
  const period = periodOf(query, localDate(now(), timeZone));
  const page = isOfVisits(of) ? visitRows(scope, of) : customerRows(of);
  const rows = await scope.tx.execute<Row>(sql`
    with ${customerTables(scope, periodRows([period], timeZone, now()))},
    page as (select * from (${page}) r where ${pastCursor(cursor)} order by r.at desc, r.id desc limit ${pageRows + 1})
    select r.*, (select coalesce(string_agg(l.service_name, ', ' order by l.position), '') from visit_lines l
      where r.kind = 'visit' and l.tenant_id = ${scope.tenantId} and l.visit_id = r.id) as services
    from page r order by r.at desc, r.id desc`);
  return {
    ...{ of, period, currency },
    items: rows.slice(0, pageRows).map((row) => ({ ...row, paidMinor: Number(row.paidMinor) })),
    nextCursor: cursorOf(rows),
    position: writePosition(head),
  };
}

type Row = Omit<CustomerRow, "paidMinor"> & { paidMinor: string };

const ofBooks: readonly CustomersOf[] = ["total", "new", "signed_in", "desk_only", "children"];

const customerRows = (of: CustomersOf): SQL => sql`
  select 'customer' as kind, c.id, c.id as "customerId", c.name,
    ${isoOf(ofBooks.includes(of) ? sql`c.created_at` : sql`o.last`)} as at, coalesce(o.visits, 0) as visits,
    coalesce(o.spent, 0) as "paidMinor"
  from ${peopleSeen} where ${customersWhich[of]}`;

const visitRows = (scope: Scope, of: VisitsOf): SQL => sql`
  select 'visit' as kind, v.id, v.customer_id as "customerId", c.name, ${isoOf(sql`v.started_at`)} as at,
    null::int as visits, v.paid_minor as "paidMinor"
  from periods p join visits v on v.tenant_id = ${scope.tenantId} and v.voided_at is null
    and v.started_at >= p.starts and v.started_at < p.ends
  join people c on c.id = v.customer_id where ${visitsWhich(scope)[of]}`;
