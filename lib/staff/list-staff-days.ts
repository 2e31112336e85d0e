import { sql } from "drizzle-orm";
import type { Windows } from "@/db/schema/hours";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

/** A date unlike somebody's week. Without windows they do not work; null means the hours of every week. */
export type StaffDay = { date: string; windows: Windows | null; breaks: Windows };

/** From today on, on the business's calendar; or one date, whenever it is. */
export async function staffDaysOf(
  { tx, tenantId }: Scope,
  staffId: string,
  only?: string,
): Promise<{ today: string; days: StaffDay[] }> {
  const wanted = only ? sql`= ${only}::date` : sql`>= local.today`;
  const [found] = await tx.execute<{ today: string; days: StaffDay[] }>(sql`
    select local.today::text as today, coalesce((
      select json_agg(json_build_object('date', date, 'windows', d.windows, 'breaks', coalesce(b.breaks, '[]')) order by date)
      from (select date, windows from staff_days
        where tenant_id = ${tenantId} and staff_id = ${staffId} and date ${wanted}) d
      full join (select date, json_agg(json_build_array(from_minute, to_minute) order by from_minute) as breaks
        from staff_breaks where tenant_id = ${tenantId} and staff_id = ${staffId} and date ${wanted} group by date) b
      using (date)), '[]') as days
    from tenants t cross join lateral (
      select (${now().toISOString()}::timestamptz at time zone t.time_zone)::date as today) local
    where t.id = ${tenantId}`);
  if (!found) throw new Error(`tenant ${tenantId} is not there`);
  return found;
}
