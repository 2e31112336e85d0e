import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { ApiScope } from "./scopes";

/** A key that works now, and the business that it acts for. */
export type ApiKey = {
  keyId: string;
  tenantId: string;
  scopes: ApiScope[];
  status: string;
  worksUntil: Date | null;
  closesAt: Date | null;
};

const shape = /^Bearer (cp_live_[\w-]{43})$/;

/** The secret that a request carries; null where it brings none of ours. */
export const keyIn = (authorization: string | null | undefined): string | null =>
  shape.exec(authorization ?? "")?.[1] ?? null;

/** Whose key this is; null for one that never was, was revoked or has run out. Its use is written down once a minute. */
export async function keyOf(secret: string): Promise<ApiKey | null> {
  const owner = await tenantOfToken(secret);
  if (owner?.kind !== "api_key") return null;
  const { tenantId, subjectId: keyId } = owner;
  const at = now().toISOString();
  return withTenant(tenantId, { kind: "system", job: "keys" }, async ({ tx }) => {
    const [key] = await tx.execute<{
      scopes: ApiScope[];
      status: string;
      works_until: string | null;
      closes_at: string | null;
      stale: boolean;
    }>(sql`
      select k.scopes, t.status, least(t.works_until, t.closing_since) as works_until, t.closes_at,
        coalesce(k.last_used_at < ${at}::timestamptz - interval '1 minute', true) as stale
      from api_keys k join tenants t on t.id = k.tenant_id
      where k.tenant_id = ${tenantId} and k.id = ${keyId} and k.revoked_at is null
        and (k.expires_at is null or k.expires_at > ${at}::timestamptz)`);
    if (!key) return null;
    if (key.stale)
      await tx.execute(sql`
        update api_keys set last_used_at = ${at} where tenant_id = ${tenantId} and id = ${keyId}
          and coalesce(last_used_at < ${at}::timestamptz - interval '1 minute', true)`);
    return {
      keyId,
      tenantId,
      scopes: key.scopes,
      status: key.status,
      worksUntil: instantOf(key.works_until),
      closesAt: instantOf(key.closes_at),
    };
  });
}

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
