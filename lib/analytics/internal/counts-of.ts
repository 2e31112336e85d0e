import { type SQL, sql } from "drizzle-orm";
import { addDays, startOfDay } from "@/lib/platform/calendar";
import type { Scope } from "@/lib/tenancy/scope";
import type { Days, Period } from "../rules";

type Counts = { sales: number; visits: number };
type Row = Record<"sales" | "visits" | "sales_before" | "visits_before" | "owed", string> & {
  drawer_since: string | null;
};

/** How many sales were made and visits begun, what of those sales is still owed, and since when a drawer is open. */
export async function countsOf({ tx, tenantId }: Scope, period: Period, timeZone: string) {
  const within = (at: SQL, { from, to }: Days) => sql`${at} >= ${startOfDay(from, timeZone).toISOString()}
    and ${at} < ${startOfDay(addDays(to, 1), timeZone).toISOString()}`;
  const sales = (days: Days | null) =>
    days
      ? sql`(select count(*) from sales s where s.tenant_id = ${tenantId} and s.status <> 'voided' and ${within(sql`s.created_at`, days)})`
      : sql`0`;
  const visits = (days: Days | null) =>
    days
      ? sql`(select count(*) from visits v where v.tenant_id = ${tenantId} and v.voided_at is null and ${within(sql`v.started_at`, days)})`
      : sql`0`;
  const { against } = period;
  const [row] = await tx.execute<Row>(sql`
    select ${sales(period)} as sales, ${visits(period)} as visits, ${sales(against)} as sales_before,
      ${visits(against)} as visits_before,
      (select coalesce(sum(e.debit_minor - e.credit_minor), 0) from sales s
        join ledger_transactions l on l.tenant_id = s.tenant_id and l.sale_id = s.id
        join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id and e.account = 'customers'
        where s.tenant_id = ${tenantId} and s.status = 'open' and ${within(sql`s.created_at`, period)}) as owed,
      (select (d.opened_at at time zone ${timeZone})::date::text from drawer_sessions d
        where d.tenant_id = ${tenantId} and d.closed_at is null) as drawer_since`);
  return {
    now: counted(row!.sales, row!.visits),
    before: counted(row!.sales_before, row!.visits_before),
    owedMinor: Number(row!.owed),
    drawerSince: row!.drawer_since,
  };
}

const counted = (sales: string, visits: string): Counts => ({ sales: Number(sales), visits: Number(visits) });
