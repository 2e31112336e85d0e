import { sql } from "drizzle-orm";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";

export type OpenPeriod = { from: string; to: string; today: string; currency: string; timeZone: string };

/** The last day of a date's month. */
const endOfMonth = (date: string): string => {
  const next = addDays(`${date.slice(0, 7)}-28`, 4);
  return addDays(`${next.slice(0, 7)}-01`, -1);
};

/**
 * The days that are not settled: from the day after the last period, or from the first on which anything was earned. They go
 * to the end of the month in which they begin, unless another day is named.
 */
export async function openPeriod(scope: Scope, to?: string): Promise<OpenPeriod> {
  const { tenantId, tx } = scope;
  const [{ currency, timeZone }, [row]] = await Promise.all([
    houseOf(scope),
    tx.execute<{ settled: string | null; first: string | null }>(sql`
      select (select max(to_day)::text from payroll_periods where tenant_id = ${tenantId}) as settled,
        (select min(day)::text from (select min(day) as day from earnings where tenant_id = ${tenantId}
          union all select min(day) from advances where tenant_id = ${tenantId}) f) as first`),
  ]);
  const today = localDate(now(), timeZone);
  const from = row?.settled ? addDays(row.settled, 1) : (row?.first ?? `${today.slice(0, 7)}-01`);
  return { from, to: to && to >= from ? to : endOfMonth(from), today, currency, timeZone };
}
