import { and, eq } from "drizzle-orm";
import { staff } from "@/db/schema/staff";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { differenceOf } from "@/lib/platform/difference";
import { withoutLook } from "@/lib/platform/looked";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { ChangeStaffInput } from "./input";
import { lockStaff } from "./internal/lock-staff";

/** Changes what is said of somebody, and whether they can be booked. What is so already is neither written nor told. */
export async function changeStaff(
  scope: Scope,
  staffId: string,
  given: ChangeStaffInput,
): Promise<Result<null, { refusal: "unknown" }>> {
  const person = await lockStaff(scope, staffId);
  if (!person) return refuse("unknown");
  const { before, after } = differenceOf(person, withoutLook(given) as Partial<typeof person>);
  if (Object.keys(after).length === 0) return ok(null);
  await scope.tx
    .update(staff)
    .set(after)
    .where(and(eq(staff.tenantId, scope.tenantId), eq(staff.id, staffId)));
  recordEvent(scope, { name: "staff.changed", staffId });
  await recordAudit(scope, {
    action: "staff.changed",
    entity: "staff",
    entityId: staffId,
    personId: staffId,
    before,
    after,
  });
  return ok(null);
}
