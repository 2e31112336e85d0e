import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";

/** Puts the pictures in this order. What it does not name comes first, as what is new does. */
export async function arrangePictures(
  scope: Scope,
  ids: readonly string[],
): Promise<Result<null, { refusal: "unknown_picture" }>> {
  const { tx, tenantId } = scope;
  const known = await tx.execute<{ id: string; position: number }>(sql`
    select p.id, p.position from gallery_pictures p where p.tenant_id = ${tenantId} and p.archived_at is null
    order by array_position(${`{${ids.join(",")}}`}::uuid[], p.id) nulls first, p.position, p.id for update`);
  const here = new Set(known.map(({ id }) => id));
  if (ids.some((id) => !here.has(id))) return refuse("unknown_picture");
  if (known.every(({ position }, place) => position === place)) return ok(null);
  await tx.execute(sql`
    update gallery_pictures p set position = w.place - 1
    from unnest(${`{${known.map(({ id }) => id).join(",")}}`}::uuid[]) with ordinality as w (id, place)
    where p.tenant_id = ${tenantId} and p.id = w.id`);
  recordEvent(scope, { name: "gallery.changed", tenantId });
  await recordAudit(scope, { action: "pictures.arranged", entity: "tenant", entityId: tenantId });
  return ok(null);
}
