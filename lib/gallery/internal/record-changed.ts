import { type Deed, recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import type { Scope } from "@/lib/tenancy/scope";

type Said = Pick<Deed, "action" | "before" | "after">;

/** Told to the house and written down. */
export async function recordChanged(scope: Scope, pictureId: string, said: Said): Promise<void> {
  recordEvent(scope, { name: "gallery.changed", tenantId: scope.tenantId });
  await recordAudit(scope, { ...said, entity: "picture", entityId: pictureId });
}
