import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "@/db/schema/requests";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { recordAudit } from "./audit";

/** Whatever holds it is let in no more; what it has open is closed within a moment. */
export async function revokeApiKey(
  scope: Scope,
  { keyId }: { keyId: string },
): Promise<Result<{ keyId: string }, { refusal: "unknown" }>> {
  const revoked = await scope.tx
    .update(apiKeys)
    .set({ revokedAt: now() })
    .where(and(eq(apiKeys.tenantId, scope.tenantId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)))
    .returning({ name: apiKeys.name });
  if (revoked.length === 0) return refuse("unknown");
  await recordAudit(scope, { action: "api_key.revoked", entity: "api_key", entityId: keyId });
  recordEvent(scope, { name: "apikey.changed", keyId });
  return ok({ keyId });
}
