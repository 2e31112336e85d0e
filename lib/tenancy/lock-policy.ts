import { eq } from "drizzle-orm";
import { type BookingPolicy, tenants } from "@/db/schema/tenants";
import type { Scope } from "./scope";

/** The rules of the house as they are now, once nobody else is changing them. */
export async function lockPolicy({ tx, tenantId }: Scope): Promise<BookingPolicy> {
  const [tenant] = await tx
    .select({ policy: tenants.policy })
    .from(tenants)
    .where(eq(tenants.id, tenantId))
    .for("update");
  if (!tenant) throw new Error(`tenant ${tenantId} is not there`);
  return tenant.policy;
}
