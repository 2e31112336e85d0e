import { eq } from "drizzle-orm";
import { tenants } from "@/db/schema/tenants";
import type { Scope } from "@/lib/tenancy/scope";

/** What the business is called, and where its days begin. */
export async function houseOf({ tx, tenantId }: Scope): Promise<{ name: string; timeZone: string }> {
  const [row] = await tx
    .select({ name: tenants.name, timeZone: tenants.timeZone })
    .from(tenants)
    .where(eq(tenants.id, tenantId));
  return row!;
}
