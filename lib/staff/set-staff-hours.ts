import { and, asc, eq } from "drizzle-orm";
import { staffHours } from "@/db/schema/staff";
import type { Scope } from "@/lib/tenancy/scope";
import { replaceWeek } from "./internal/replace";
import type { Stretch } from "./rules";

/** The whole week of somebody, in place of the one before; without any they work the business's hours. */
export const setStaffHours = (scope: Scope, staffId: string, hours: readonly Stretch[]) =>
  replaceWeek(scope, staffId, hours, {
    noun: "hours",
    none: "the business's hours",
    read: () => hoursOf(scope, staffId),
    clear: () => scope.tx.delete(staffHours).where(theirs(scope, staffId)),
    add: (rows) => scope.tx.insert(staffHours).values(rows),
  });

/** When somebody works, Sunday first. */
export const hoursOf = (scope: Scope, staffId: string): Promise<Stretch[]> =>
  scope.tx
    .select({ weekday: staffHours.weekday, from: staffHours.fromMinute, to: staffHours.toMinute })
    .from(staffHours)
    .where(theirs(scope, staffId))
    .orderBy(asc(staffHours.weekday), asc(staffHours.fromMinute));

const theirs = ({ tenantId }: Scope, staffId: string) =>
  and(eq(staffHours.tenantId, tenantId), eq(staffHours.staffId, staffId));
