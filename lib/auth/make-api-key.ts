import { sql } from "drizzle-orm";
import { accessTokens, apiKeys } from "@/db/schema/requests";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId, newToken, sha256 } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { MakeKeyInput } from "./api-key-input";
import { recordAudit } from "./audit";

/** So many that work at once. */
export const mostKeys = 20;
const dayMs = 86_400_000;
/** What stands before every secret, so that one that got out is recognised. */
const mark = "cp_live_";

/** What is read here is told to nobody again. */
export type MadeKey = { keyId: string; secret: string };

/** A key of its own for one program. */
export async function makeApiKey(
  scope: Scope,
  { name, scopes, days }: MakeKeyInput,
): Promise<Result<MadeKey, { refusal: "too_many" }>> {
  const { tenantId, tx, actor } = scope;
  if (actor.kind !== "member") throw new Error("keys are made by people");
  const at = now();
  // In turn, or two at once would both be the last.
  await tx.execute(sql`select 1 from event_heads where tenant_id = ${tenantId} for update`);
  const [working] = await tx.execute<{ many: number }>(sql`
    select count(*)::int as many from api_keys where tenant_id = ${tenantId} and revoked_at is null
      and (expires_at is null or expires_at > ${at.toISOString()}::timestamptz)`);
  if (working!.many >= mostKeys) return refuse("too_many");
  const [keyId, secret] = [newId(), `${mark}${newToken()}`];
  await tx.insert(apiKeys).values({
    tenantId,
    id: keyId,
    name,
    prefix: secret.slice(0, mark.length + 4),
    scopes: [...new Set(scopes)],
    createdBy: actor.userId,
    createdAt: at,
    expiresAt: days && new Date(at.getTime() + days * dayMs),
  });
  await tx
    .insert(accessTokens)
    .values({ hash: sha256(secret), tenantId, kind: "api_key", subjectId: keyId, createdAt: at });
  await recordAudit(scope, {
    action: "api_key.made",
    entity: "api_key",
    entityId: keyId,
    after: { name, scopes, days },
  });
  recordEvent(scope, { name: "apikey.changed", keyId });
  return ok({ keyId, secret });
}
