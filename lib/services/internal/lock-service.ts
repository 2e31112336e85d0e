import { and, eq, isNull } from "drizzle-orm";
import { services } from "@/db/schema/services";
import type { Scope } from "@/lib/tenancy/scope";

/** The service as it is now, once nobody else is changing it; null for what is not sold here. */
export async function lockService({ tx, tenantId }: Scope, serviceId: string) {
  const [service] = await tx
    .select()
    .from(services)
    .where(and(eq(services.tenantId, tenantId), eq(services.id, serviceId), isNull(services.archivedAt)))
    .for("update");
  return service ?? null;
}
