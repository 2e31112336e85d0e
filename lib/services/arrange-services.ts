import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";

/** Puts the price list in this order. What it does not name comes last, as it was. */
export async function arrangeServices(
  scope: Scope,
  ids: readonly string[],
): Promise<Result<null, { refusal: "unknown" }>> {
  const { tx, tenantId } = scope;
  const known = await tx.execute<{ id: string; name: string; position: number }>(sql`
    select s.id, s.name, s.position from services s where s.tenant_id = ${tenantId} and s.archived_at is null
    order by array_position(${`{${ids.join(",")}}`}::uuid[], s.id), s.position, s.name for update`);
  const here = new Set(known.map(({ id }) => id));
  if (ids.some((id) => !here.has(id))) return refuse("unknown");
  if (known.every(({ position }, place) => position === place)) return ok(null);
  await tx.execute(sql`
    update services s set position = w.place - 1
    from unnest(${`{${known.map(({ id }) => id).join(",")}}`}::uuid[]) with ordinality as w (id, place)
    where s.tenant_id = ${tenantId} and s.id = w.id`);
  recordEvent(scope, { name: "services.arranged", tenantId });
  await recordAudit(scope, {
    action: "services.arranged",
    entity: "tenant",
    entityId: tenantId,
    after: { services: known.map(({ name }) => name).join(", ") },
  });
  return ok(null);
}
