import { and, asc, eq } from "drizzle-orm";
import { staffHours } from "@/db/schema/staff";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { replaceWeek } from "./internal/replace-week";
import type { Stretch } from "./rules";

/** The whole week of somebody, in place of the one before; without any they work the business's hours. */
export const setStaffHours = (scope: Scope, staffId: string, hours: readonly Stretch[]) =>
  replaceWeek(scope, staffId, hours, {
    noun: "hours",
    none: "the business's hours",
    read: () => hoursOf(scope, staffId),
    async write() {
      const { tx, tenantId } = scope;
      await tx.delete(staffHours).where(and(eq(staffHours.tenantId, tenantId), eq(staffHours.staffId, staffId)));
      const rows = hours.map(({ weekday, from, to }) => ({
        tenantId,
        id: newId(),
        staffId,
        weekday,
        fromMinute: from,
        toMinute: to,
      }));
      if (rows.length > 0) await tx.insert(staffHours).values(rows);
    },
  });

/** When somebody works, Sunday first. */
export const hoursOf = ({ tx, tenantId }: Scope, staffId: string): Promise<Stretch[]> =>
  tx
    .select({ weekday: staffHours.weekday, from: staffHours.fromMinute, to: staffHours.toMinute })
    .from(staffHours)
    .where(and(eq(staffHours.tenantId, tenantId), eq(staffHours.staffId, staffId)))
    .orderBy(asc(staffHours.weekday), asc(staffHours.fromMinute));
