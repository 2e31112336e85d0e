import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** A reward that can be had, of this house. */
export async function isReward({ tx, tenantId }: Scope, id: string): Promise<boolean> {
  const [row] = await tx.execute(sql`select 1 from rewards where tenant_id = ${tenantId} and id = ${id} and active`);
  return row !== undefined;
}
