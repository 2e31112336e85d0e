import { and, eq, isNull } from "drizzle-orm";
import { staff } from "@/db/schema/staff";
import type { Scope } from "@/lib/tenancy/scope";

/** The person as they are now, once nobody else is changing them; null for who is not here. */
export async function lockStaff({ tx, tenantId }: Scope, staffId: string) {
  const [person] = await tx
    .select()
    .from(staff)
    .where(and(eq(staff.tenantId, tenantId), eq(staff.id, staffId), isNull(staff.archivedAt)))
    .for("update");
  return person ?? null;
}
