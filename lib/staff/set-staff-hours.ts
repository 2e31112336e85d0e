import { and, asc, eq } from "drizzle-orm";
import { staffHours } from "@/db/schema/staff";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lockStaff } from "./internal/lock-staff";
import { type Stretch, weekWords } from "./rules";

/** The whole week of somebody, in place of the one before; without any they work the business's hours. */
export async function setStaffHours(
  scope: Scope,
  staffId: string,
  hours: readonly Stretch[],
): Promise<Result<null, { refusal: "unknown" }>> {
  const { tx, tenantId } = scope;
  if (!(await lockStaff(scope, staffId))) return refuse("unknown");
  const before = inWords(await hoursOf(scope, staffId));
  const after = inWords(hours);
  if (before === after) return ok(null);
  await tx.delete(staffHours).where(and(eq(staffHours.tenantId, tenantId), eq(staffHours.staffId, staffId)));
  if (hours.length > 0)
    await tx.insert(staffHours).values(
      hours.map(({ weekday, from, to }) => ({
        tenantId,
        id: newId(),
        staffId,
        weekday,
        fromMinute: from,
        toMinute: to,
      })),
    );
  recordEvent(scope, { name: "staff.changed", staffId });
  await recordAudit(scope, {
    action: "staff.hours_changed",
    entity: "staff",
    entityId: staffId,
    before: { hours: before },
    after: { hours: after },
  });
  return ok(null);
}

/** When somebody works, Sunday first. */
export const hoursOf = ({ tx, tenantId }: Scope, staffId: string): Promise<Stretch[]> =>
  tx
    .select({ weekday: staffHours.weekday, from: staffHours.fromMinute, to: staffHours.toMinute })
    .from(staffHours)
    .where(and(eq(staffHours.tenantId, tenantId), eq(staffHours.staffId, staffId)))
    .orderBy(asc(staffHours.weekday), asc(staffHours.fromMinute));

const inWords = (hours: readonly Stretch[]) => weekWords(hours) || "the business's hours";
