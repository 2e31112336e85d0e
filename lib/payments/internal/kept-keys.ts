import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { type Keys, keysName, openKeys } from "../get-account";

/** The keys that are kept, since when; without keys where they were sealed under a secret that is gone. */
export async function keptKeys({ tx, tenantId }: Scope): Promise<{ keys: Keys | null; setAt: string } | null> {
  const [row] = await tx.execute<{ sealed: string; created_at: string }>(
    sql`select sealed, created_at from tenant_secrets where tenant_id = ${tenantId} and name = ${keysName}`,
  );
  return row ? { keys: openKeys(row.sealed, tenantId), setAt: new Date(row.created_at).toISOString() } : null;
}
