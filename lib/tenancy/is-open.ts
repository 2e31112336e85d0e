import { sql } from "drizzle-orm";
import { openStatus } from "./open-status";
import type { Scope } from "./scope";

/** Whether the house works and takes bookings: for one that does not nobody is courted, and nothing is booked anew. */
export async function isOpen({ tx, tenantId }: Scope): Promise<boolean> {
  const [row] = await tx.execute<{ status: string }>(
    sql`select ${openStatus()} as status from tenants t where t.id = ${tenantId}`,
  );
  return row?.status === "active";
}
