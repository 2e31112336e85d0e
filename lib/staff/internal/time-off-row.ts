import { sql } from "drizzle-orm";
import type { TimeOffStatus } from "@/db/schema/hours";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";

/** Somebody's time off as it stands. */
export type TimeOffRow = {
  id: string;
  staffId: string;
  staffName: string;
  status: TimeOffStatus;
  from: string;
  to: string;
  timeZone: string;
  askedBy: string | null;
};

/** One that nobody else changes until this transaction ends; null for what is not here, or another's to staff. */
export async function lockTimeOff(scope: Scope, id: string): Promise<TimeOffRow | null> {
  const own = ownStaffOnly(scope.actor);
  const [row] = await scope.tx.execute<TimeOffRow>(sql`
    select o.id, o.staff_id as "staffId", s.name as "staffName", o.status, o.asked_by as "askedBy",
      lower(o.span) as "from", upper(o.span) as "to", t.time_zone as "timeZone"
    from time_off o
    join staff s on s.tenant_id = o.tenant_id and s.id = o.staff_id
    join tenants t on t.id = o.tenant_id
    where o.tenant_id = ${scope.tenantId} and o.id = ${id} ${own ? sql`and o.staff_id = ${own}` : sql``}
    for update of o`);
  return row ? { ...row, from: new Date(row.from).toISOString(), to: new Date(row.to).toISOString() } : null;
}
