import { and, asc, eq, isNotNull } from "drizzle-orm";
import { staffBreaks } from "@/db/schema/hours";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lockStaff } from "./internal/lock-staff";
import { type Stretch, weekWords } from "./rules";

/** The breaks of somebody's week, in place of those before; those of single dates stay. */
export async function setStaffBreaks(
  scope: Scope,
  staffId: string,
  breaks: readonly Stretch[],
): Promise<Result<null, { refusal: "unknown" }>> {
  const { tx, tenantId } = scope;
  if (!(await lockStaff(scope, staffId))) return refuse("unknown");
  const [before, after] = [await breaksOf(scope, staffId), breaks].map((week) => weekWords(week) || "none");
  if (before === after) return ok(null);
  await tx.delete(staffBreaks).where(weeklyOf(scope, staffId));
  if (breaks.length > 0)
    await tx
      .insert(staffBreaks)
      .values(
        breaks.map(({ weekday, from, to }) => ({
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
    action: "staff.breaks_changed",
    entity: "staff",
    entityId: staffId,
    before: { breaks: before },
    after: { breaks: after },
  });
  return ok(null);
}

/** When somebody has a break every week, Sunday first. */
export async function breaksOf(scope: Scope, staffId: string): Promise<Stretch[]> {
  const found = await scope.tx
    .select({ weekday: staffBreaks.weekday, from: staffBreaks.fromMinute, to: staffBreaks.toMinute })
    .from(staffBreaks)
    .where(weeklyOf(scope, staffId))
    .orderBy(asc(staffBreaks.weekday), asc(staffBreaks.fromMinute));
  return found.flatMap(({ weekday, ...times }) => (weekday === null ? [] : { weekday, ...times }));
}

const weeklyOf = ({ tenantId }: Scope, staffId: string) =>
  and(eq(staffBreaks.tenantId, tenantId), eq(staffBreaks.staffId, staffId), isNotNull(staffBreaks.weekday));
