import { and, asc, eq, isNull } from "drizzle-orm";
import { staff } from "@/db/schema/staff";
import type { Scope } from "@/lib/tenancy/scope";

/** Who serves, in the house's order. */
export const listStaff = (scope: Scope) =>
  scope.tx
    .select({ id: staff.id, name: staff.name, title: staff.title, colour: staff.colour })
    .from(staff)
    .where(and(eq(staff.tenantId, scope.tenantId), eq(staff.active, true), isNull(staff.archivedAt)))
    .orderBy(asc(staff.position), asc(staff.name));
