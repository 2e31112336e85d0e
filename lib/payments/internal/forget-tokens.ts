import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

/** What was lent for keys that are no longer these. */
export const forgetTokens = ({ tx, tenantId }: Scope) =>
  tx.execute(
    sql`update daraja_tokens set sealed = '', expires_at = ${now().toISOString()} where tenant_id = ${tenantId}`,
  );
