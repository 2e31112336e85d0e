import { and, eq } from "drizzle-orm";
import { staff } from "@/db/schema/staff";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lockStaff } from "./internal/lock-staff";

/** Nobody who serves here any more. What they did stays theirs. */
export async function archiveStaff(scope: Scope, staffId: string): Promise<Result<null, { refusal: "unknown" }>> {
  if (!(await lockStaff(scope, staffId))) return refuse("unknown");
  const { tx, tenantId } = scope;
  await tx
    .update(staff)
    .set({ active: false, archivedAt: now() })
    .where(and(eq(staff.tenantId, tenantId), eq(staff.id, staffId)));
  recordEvent(scope, { name: "staff.changed", staffId });
  await recordAudit(scope, { action: "staff.archived", entity: "staff", entityId: staffId });
  return ok(null);
}
