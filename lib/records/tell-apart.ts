import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { type NotThere, notThere } from "@/lib/customers/gone";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { uuids } from "@/lib/platform/uuids";
import type { Scope } from "@/lib/tenancy/scope";
import type { ApartInput } from "./input";

export type ApartRefusal = NotThere | { refusal: "same" };

/**
 * Two who look like one person are two, or (`apart` is false) may be one after all. Remembered: they are not offered as one
 * again before somebody takes that back.
 */
export async function tellApart(
  scope: Scope,
  { oneId, otherId, apart }: ApartInput,
): Promise<Result<null, ApartRefusal>> {
  const { tx, tenantId, actor } = scope;
  const [first, second] = [oneId, otherId].sort();
  if (first === second) return refuse("same");
  const there = await tx.execute<{ id: string }>(sql`
    select id from customers where tenant_id = ${tenantId} and id = any(${uuids([oneId, otherId])}) and archived_at is null`);
  const missing = [oneId, otherId].find((id) => there.every((one) => one.id !== id));
  if (missing) return notThere(scope, missing);
  const at = now().toISOString();
  const changed = apart
    ? await tx.execute(sql`
        insert into customers_apart (tenant_id, one_id, other_id, by_user_id, created_at)
        values (${tenantId}, ${first}, ${second}, ${"userId" in actor ? actor.userId : null}, ${at})
        on conflict (tenant_id, one_id, other_id) do update
          set undone_at = null, by_user_id = excluded.by_user_id, created_at = excluded.created_at
          where customers_apart.undone_at is not null
        returning 1`)
    : await tx.execute(sql`
        update customers_apart set undone_at = ${at}
        where tenant_id = ${tenantId} and one_id = ${first} and other_id = ${second} and undone_at is null returning 1`);
  if (changed.length === 0) return ok(null);
  recordEvent(scope, { name: "customers.distinguished", customerId: oneId, otherId });
  await recordAudit(scope, {
    action: "customers.distinguished",
    entity: "customer",
    entityId: oneId,
    before: { apart: !apart },
    after: { apart, otherId },
  });
  return ok(null);
}
