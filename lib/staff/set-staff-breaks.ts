import { and, asc, eq, isNotNull } from "drizzle-orm";
import { staffBreaks } from "@/db/schema/hours";
import type { Scope } from "@/lib/tenancy/scope";
import { replaceWeek } from "./internal/replace";
import type { Stretch } from "./rules";

/** The breaks of somebody's week, in place of those before; those of single dates stay. */
export const setStaffBreaks = (scope: Scope, staffId: string, breaks: readonly Stretch[]) =>
  replaceWeek(scope, staffId, breaks, {
    noun: "breaks",
    none: "none",
    read: () => breaksOf(scope, staffId),
    clear: () => scope.tx.delete(staffBreaks).where(weeklyOf(scope, staffId)),
    add: (rows) => scope.tx.insert(staffBreaks).values(rows),
  });

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
