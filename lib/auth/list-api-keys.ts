import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { mostKeys } from "./make-api-key";
import type { ApiScope } from "./scopes";

export type ApiKeyItem = {
  id: string;
  name: string;
  prefix: string;
  scopes: ApiScope[];
  madeBy: string;
  madeAt: string;
  /** To the minute. */
  lastUsedAt: string | null;
  expiresAt: string | null;
  revokedAt: string | null;
};
export type ApiKeyList = { items: ApiKeyItem[]; position: string };

const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** How many are listed that work no more. */
const mostOver = 40;

/** All that work, the newest first; then those that are revoked or have run out, and of them the newest few. */
export async function listApiKeys(scope: Scope): Promise<ApiKeyList> {
  const over = sql`(k.revoked_at is not null or coalesce(k.expires_at <= ${now().toISOString()}::timestamptz, false))`;
  const [head, items] = await Promise.all([
    headOf(scope),
    scope.tx.execute<ApiKeyItem>(sql`
      select k.id, k.name, k.prefix, k.scopes, u.name as "madeBy", ${iso("k.created_at")} as "madeAt",
        ${iso("k.last_used_at")} as "lastUsedAt", ${iso("k.expires_at")} as "expiresAt", ${iso("k.revoked_at")} as "revokedAt"
      from api_keys k join users u on u.id = k.created_by
      where k.tenant_id = ${scope.tenantId}
      order by ${over}, k.created_at desc, k.id desc limit ${mostKeys + mostOver}`),
  ]);
  return { items: items.map((item) => ({ ...item })), position: writePosition(head) };
}
