import { type SQL, sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import type { Sample } from "./report";

export const samplesShown = 5;
const overShown = 100;

/** Some bookings that came in, as they stand here: the next ones, or else the last. Their owner knows when they are. */
export const listSamples = (scope: Scope): Promise<Sample[]> => list(scope, sql`true`, samplesShown);

/** Of those to come, what lies over something else. */
export const listOver = (scope: Scope): Promise<Sample[]> =>
  list(
    scope,
    sql`b.starts_at > ${now().toISOString()} and exists (select from occupancies o where o.tenant_id = l.tenant_id
      and o.booking_line_id = l.id and o.active and o.source = 'overbooking')`,
    overShown,
  );

async function list({ tx, tenantId }: Scope, which: SQL, most: number): Promise<Sample[]> {
  const rows = await tx.execute<Omit<Sample, "startsAt"> & { startsAt: string }>(sql`
    select b.id, b.starts_at as "startsAt", c.name as customer, l.service_name as service, p.name as staff
    from moved_rows m join bookings b on b.tenant_id = m.tenant_id and b.id = m.new_id
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id and l.position = 0
    join staff p on p.tenant_id = l.tenant_id and p.id = l.staff_id
    where m.tenant_id = ${tenantId} and m.model = 'booking' and b.status not in ('cancelled', 'rejected') and ${which}
    order by b.starts_at < ${now().toISOString()}, abs(extract(epoch from b.starts_at - ${now().toISOString()}::timestamptz)), b.id
    limit ${most}`);
  return rows
    .map((row) => ({ ...row, startsAt: new Date(row.startsAt).toISOString() }))
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
}
