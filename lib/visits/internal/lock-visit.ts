import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { CorrectVisitInput } from "../input";

export type Line = { id: string; service: string; staffId: string; staff: string; priceMinor: number };
/** A visit that nobody else corrects until this transaction ends. */
export type LockedVisit = {
  startedAt: Date;
  customerId: string;
  notes: string;
  revision: number;
  lines: Line[];
  /** Names of those who may be named instead. */
  staff: Map<string, string>;
  timeZone: string;
};

/** Null when there is none, or it has been taken back. */
export async function lockVisit(
  { tx, tenantId }: Scope,
  id: string,
  { lines }: CorrectVisitInput,
): Promise<LockedVisit | null> {
  const named = lines.flatMap(({ staffId }) => staffId ?? []);
  await tx.execute(sql`select 1 from visits where tenant_id = ${tenantId} and id = ${id} for update`);
  const [row] = await tx.execute<{ visit: string }>(sql`
    select json_build_object('startedAt', v.started_at, 'customerId', v.customer_id, 'notes', v.notes,
      'revision', v.revision, 'timeZone', t.time_zone,
      'lines', (select json_agg(json_build_object('id', l.id, 'service', l.service_name, 'staffId', l.staff_id,
          'staff', p.name, 'priceMinor', l.price_minor) order by l.position)
        from visit_lines l join staff p on p.tenant_id = l.tenant_id and p.id = l.staff_id
        where l.tenant_id = v.tenant_id and l.visit_id = v.id),
      'staff', (select coalesce(json_agg(json_build_array(p.id, p.name)), '[]') from staff p
        where p.tenant_id = v.tenant_id and p.id = any(${`{${named.join(",")}}`}::uuid[])))::text as visit
    from visits v join tenants t on t.id = v.tenant_id
    where v.tenant_id = ${tenantId} and v.id = ${id} and v.voided_at is null`);
  if (!row) return null;
  const visit = JSON.parse(row.visit) as Omit<LockedVisit, "staff" | "startedAt"> & {
    startedAt: string;
    staff: [string, string][];
  };
  return { ...visit, startedAt: new Date(visit.startedAt), staff: new Map(visit.staff) };
}
