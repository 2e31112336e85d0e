import { sql } from "drizzle-orm";
import { unseal } from "@/lib/platform/seal";
import type { Scope } from "@/lib/tenancy/scope";
import { type Keys, keysName, keysPlace } from "../get-account";

/** The keys that are kept, since when; without keys where they were sealed under a secret that is gone. */
export async function keptKeys({ tx, tenantId }: Scope): Promise<{ keys: Keys | null; setAt: string } | null> {
  const [row] = await tx.execute<{ sealed: string; created_at: string }>(
    sql`select sealed, created_at from tenant_secrets where tenant_id = ${tenantId} and name = ${keysName}`,
  );
  return row ? { keys: opened(row.sealed, tenantId), setAt: new Date(row.created_at).toISOString() } : null;
}

function opened(sealed: string, tenantId: string): Keys | null {
  try {
    return JSON.parse(unseal(sealed, keysPlace(tenantId))) as Keys;
  } catch {
    return null;
  }
}
