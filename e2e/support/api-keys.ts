import type postgres from "postgres";
import { newId, newToken, sha256 } from "@/lib/platform/ids";

/** A key as its owner makes one, and the headers that a program sends with it. */
export async function keyIn(sql: postgres.Sql, house: { tenantId: string; userId: string }, scopes: string[]) {
  const { tenantId, userId } = house;
  const [keyId, secret] = [newId(), `cp_live_${newToken()}`];
  await sql`insert into api_keys (tenant_id, id, name, prefix, scopes, created_by)
    values (${tenantId}, ${keyId}, 'Website', ${secret.slice(0, 12)}, ${scopes}, ${userId})`;
  await sql`insert into access_tokens (hash, tenant_id, kind, subject_id)
    values (${sha256(secret)}, ${tenantId}, 'api_key', ${keyId})`;
  return { keyId, secret, headers: { authorization: `Bearer ${secret}` } };
}
