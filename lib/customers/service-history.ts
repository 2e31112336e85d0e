import { sql } from "drizzle-orm";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { isSeen } from "./get-customer";

export type ServiceHistory = {
  serviceId: string;
  service: string;
  times: number;
  last: string;
  /** Who did it, whoever did it most first. */
  staffNames: string[];
}[];

/** What somebody has had done, what came last first; null when this actor may not see them. */
export async function serviceHistory(scope: Scope, customerId: string): Promise<ServiceHistory | null> {
  if (!(await isSeen(scope, customerId))) return null;
  const own = ownStaffOnly(scope.actor);
  const rows = await scope.tx.execute<ServiceHistory[number]>(sql`
    select d.service_id as "serviceId", (array_agg(d.service order by d.last desc))[1] as service,
      sum(d.times)::int as times, max(d.last) as last, array_agg(d.name order by d.times desc, d.name) as "staffNames"
    from (
      select l.service_id, p.name, count(distinct v.id) as times, max(v.started_at) as last,
        (array_agg(l.service_name order by v.started_at desc))[1] as service
      from visits v join visit_lines l on l.tenant_id = v.tenant_id and l.visit_id = v.id
      join staff p on p.tenant_id = l.tenant_id and p.id = l.staff_id
      where v.tenant_id = ${scope.tenantId} and v.customer_id = ${customerId} and v.voided_at is null
        ${own ? sql`and l.staff_id = ${own}` : sql``}
      group by l.service_id, p.id, p.name) d
    group by d.service_id order by last desc, service limit 100`);
  return rows.map((row) => ({ ...row, last: new Date(row.last).toISOString() }));
}
