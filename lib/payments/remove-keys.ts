import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import type { Scope } from "@/lib/tenancy/scope";
import { keysName } from "./get-account";
import { forgetTokens } from "./internal/forget-tokens";

/** The number stays and is shown; phones are asked no more, and codes are typed in. False when there were none. */
export async function removeKeys(scope: Scope): Promise<boolean> {
  const { tenantId, tx } = scope;
  const [gone] = await tx.execute(
    sql`delete from tenant_secrets where tenant_id = ${tenantId} and name = ${keysName} returning name`,
  );
  if (!gone) return false;
  await tx.execute(sql`
    update mpesa_accounts set environment = null, fault = null, tested_at = null, pulls = null, pulled_since = null, pulled_to = null,
      tells_since = null where tenant_id = ${tenantId}`);
  await forgetTokens(scope);
  await recordAudit(scope, { action: "mpesa.keys_removed", entity: "tenant", entityId: tenantId });
  recordEvent(scope, { name: "mpesa.changed", tenantId });
  return true;
}
