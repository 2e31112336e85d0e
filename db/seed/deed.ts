import type { TransactionSql } from "postgres";
import { localDate } from "@/lib/platform/calendar";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId } from "./stable";

type Deed = { action: string; entity: string; entityId: string; at: Date };

/** Nothing in it is anybody's own, so it is not sealed. */
export async function writeDeed(
  sql: TransactionSql,
  business: DemoBusiness,
  { action, entity, entityId, at }: Deed,
  userId: string,
  { before, after }: { before: object; after: object },
): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const [member] = await sql<
    { role: string }[]
  >`select role from members where tenant_id = ${tenant_id} and user_id = ${userId}`;
  await insertRows(sql, "audit_entries", [
    {
      tenant_id,
      id: demoId(`deed/${action}/${entityId}/${localDate(at, business.timeZone)}`),
      at,
      actor: { kind: "member", userId, role: member?.role ?? "manager", staffId: null },
      user_id: userId,
      action,
      entity,
      entity_id: entityId,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      address: "203.0.113.24",
      request_id: "",
    },
  ]);
}
