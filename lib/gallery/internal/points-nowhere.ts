import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { ChangePictureInput } from "../input";

/** What names nobody and nothing of this house, each with why; null when all of it is here. */
export async function pointsNowhere(
  { tx, tenantId }: Scope,
  { staffId = null, serviceId = null }: ChangePictureInput,
): Promise<Record<string, string[]> | null> {
  if (!staffId && !serviceId) return null;
  const [is] = await tx.execute<{ person: boolean; service: boolean }>(sql`
    select exists (select from staff where tenant_id = ${tenantId} and id = ${staffId} and archived_at is null) as person,
      exists (select from services where tenant_id = ${tenantId} and id = ${serviceId} and archived_at is null) as service`);
  const fields = {
    ...(staffId && !is!.person ? { staffId: ["names nobody who works here"] } : {}),
    ...(serviceId && !is!.service ? { serviceId: ["names something that is not sold here"] } : {}),
  };
  return Object.keys(fields).length > 0 ? fields : null;
}
