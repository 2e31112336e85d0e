import { and, eq, isNull, type SQL } from "drizzle-orm";
import { apiKeys } from "@/db/schema/requests";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { recordAudit } from "./audit";

/** What somebody let in works no longer than they may let programs in themselves. */
export async function revokeKeysOf(scope: Scope, userId: string): Promise<void> {
  await revokeAll(scope, eq(apiKeys.createdBy, userId));
}

/** Whatever holds it is let in no more; what it has open is closed within a moment. */
export async function revokeApiKey(
  scope: Scope,
  { keyId }: { keyId: string },
): Promise<Result<{ keyId: string }, { refusal: "unknown" }>> {
  const [revoked] = await revokeAll(scope, eq(apiKeys.id, keyId));
  return revoked ? ok({ keyId }) : refuse("unknown");
}

async function revokeAll(scope: Scope, which: SQL): Promise<{ keyId: string }[]> {
  const revoked = await scope.tx
    .update(apiKeys)
    .set({ revokedAt: now() })
    .where(and(eq(apiKeys.tenantId, scope.tenantId), which, isNull(apiKeys.revokedAt)))
    .returning({ keyId: apiKeys.id });
  for (const { keyId } of revoked) {
    await recordAudit(scope, { action: "api_key.revoked", entity: "api_key", entityId: keyId });
    recordEvent(scope, { name: "apikey.changed", keyId });
  }
  return revoked;
}
