import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { ok } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";

/** Nobody's phone is asked unasked any more: what is due is told by a message alone. */
export async function forgetPayer(scope: Scope) {
  const { tx, tenantId } = scope;
  await tx.execute(sql`update subscriptions set payer_phone = null where tenant_id = ${tenantId}`);
  await recordAudit(scope, { action: "subscription.payer_removed", entity: "subscription", entityId: tenantId });
  recordEvent(scope, { name: "subscription.changed", tenantId });
  return ok({ payerPhone: null });
}
