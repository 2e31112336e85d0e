import { eq } from "drizzle-orm";
import { tenants } from "@/db/schema/tenants";
import type { Scope } from "@/lib/tenancy/scope";

export async function timeZoneOf({ tx, tenantId }: Scope): Promise<string> {
  const [row] = await tx.select({ timeZone: tenants.timeZone }).from(tenants).where(eq(tenants.id, tenantId));
  return row!.timeZone;
}
