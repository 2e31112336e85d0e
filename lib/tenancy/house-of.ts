import { eq } from "drizzle-orm";
import { tenants } from "@/db/schema/tenants";
import type { Scope } from "@/lib/tenancy/scope";

/** What the business is called, where its days begin, and its money. */
export async function houseOf({ tx, tenantId }: Scope): Promise<{ name: string; timeZone: string; currency: string }> {
  const [row] = await tx
    .select({ name: tenants.name, timeZone: tenants.timeZone, currency: tenants.currency })
    .from(tenants)
    .where(eq(tenants.id, tenantId));
  return row!;
}
