import { sql } from "drizzle-orm";
import { openStatus } from "@/lib/tenancy/open-status";
import type { Scope } from "@/lib/tenancy/scope";

/** Whether the house works and takes bookings: nobody is courted for one that does not. */
export async function isOpen({ tx, tenantId }: Scope): Promise<boolean> {
  const [row] = await tx.execute<{ status: string }>(
    sql`select ${openStatus()} as status from tenants t where t.id = ${tenantId}`,
  );
  return row?.status === "active";
}
