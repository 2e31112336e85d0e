import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** What of a wish is not to be had any more; null when all of it is. */
export async function isOffered(
  scope: Scope,
  serviceId: string,
  staffId: string | undefined,
): Promise<"unknown_service" | "unknown_staff" | null> {
  const [row] = await scope.tx.execute<{ by_anybody: boolean; by_them: boolean }>(sql`
    select count(*) > 0 as by_anybody, coalesce(bool_or(p.id = ${staffId ?? null}), false) as by_them
    from services s join staff_services k on k.tenant_id = s.tenant_id and k.service_id = s.id
    join staff p on p.tenant_id = k.tenant_id and p.id = k.staff_id and p.active and p.archived_at is null
    where s.tenant_id = ${scope.tenantId} and s.id = ${serviceId} and s.active and s.archived_at is null`);
  if (!row?.by_anybody) return "unknown_service";
  return staffId && !row.by_them ? "unknown_staff" : null;
}
