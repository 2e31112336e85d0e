import { sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
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

/** The newest first; those that are revoked last, and of them the newest few. */
export async function listApiKeys(scope: Scope): Promise<ApiKeyList> {
  const [head, items] = await Promise.all([
    headOf(scope),
    scope.tx.execute<ApiKeyItem>(sql`
      select k.id, k.name, k.prefix, k.scopes, u.name as "madeBy", ${iso("k.created_at")} as "madeAt",
        ${iso("k.last_used_at")} as "lastUsedAt", ${iso("k.expires_at")} as "expiresAt", ${iso("k.revoked_at")} as "revokedAt"
      from api_keys k join users u on u.id = k.created_by
      where k.tenant_id = ${scope.tenantId}
      order by k.revoked_at is not null, k.created_at desc, k.id desc limit 40`),
  ]);
  return { items: items.map((item) => ({ ...item })), position: writePosition(head) };
}
