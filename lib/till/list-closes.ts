import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { isBlind } from "./internal/is-blind";
import { isTakings } from "./internal/is-takings";

/** One day in the history of the till; what came is not told of the days of a drawer that is open. */
export type TillHistory = { day: string; cameMinor: number | null; sales: number; differenceMinor: number | null };

/** The last days with money in the ledger, latest first, and what their close came to; null for one nobody has closed. */
export async function listCloses({ tx, tenantId }: Scope, most = 31): Promise<TillHistory[]> {
  const rows = await tx.execute<Row>(sql`
    select d.day::text as day, d.came, d.sales, c.difference_minor as difference,
      (select (o.opened_at at time zone t.time_zone)::date::text from drawer_sessions o join tenants t on t.id = o.tenant_id
        where o.tenant_id = ${tenantId} and o.closed_at is null) as drawer_since
    from (
      select l.day, coalesce(sum(e.debit_minor - e.credit_minor)
          filter (where e.account in ('cash', 'mpesa', 'mpesa_by_hand', 'card', 'other')
            and ${isTakings()}), 0) as came,
        count(distinct l.sale_id) filter (where l.payment_id is not null)::int as sales
      from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
      where l.tenant_id = ${tenantId} group by l.day order by l.day desc limit ${most}
    ) d left join day_closes c on c.tenant_id = ${tenantId} and c.day = d.day
    order by d.day desc`);
  return rows.map(({ day, came, sales, difference, drawer_since: since }) => ({
    day,
    cameMinor: difference === null && isBlind(since, day) ? null : Number(came),
    sales,
    differenceMinor: difference === null ? null : Number(difference),
  }));
}

type Row = { day: string; came: string; sales: number; difference: string | null; drawer_since: string | null };
