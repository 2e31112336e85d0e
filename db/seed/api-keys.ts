import type { TransactionSql } from "postgres";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId } from "./stable";

const day = 86_400_000;

/** What the business's own website asks with. There is no secret to it: it can be looked at and revoked. */
export async function seedApiKeys(sql: TransactionSql, business: DemoBusiness, now: Date): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const [owner] = await sql<{ id: string }[]>`
    select user_id as id from members where tenant_id = ${tenant_id} and role = 'owner' order by created_at, user_id limit 1`;
  if (!owner) return;
  await insertRows(sql, "api_keys", [
    {
      ...{ tenant_id, id: demoId("api-key/website"), name: "Website", prefix: "cp_live_k7Qd", created_by: owner.id },
      scopes: ["bookings:read", "services:read", "staff:read"],
      created_at: new Date(now.getTime() - 40 * day),
      last_used_at: new Date(now.getTime() - 7 * 60_000),
    },
  ]);
}
