import { and, asc, eq, exists, isNull } from "drizzle-orm";
import { staff, staffServices } from "@/db/schema/staff";
import type { Scope } from "@/lib/tenancy/scope";

/** Who serves, in the house's order; with a service, those who can do it. */
export function listStaff(scope: Scope, { serviceId }: { serviceId?: string } = {}) {
  const skilled = (id: string) =>
    exists(
      scope.tx
        .select({ one: staffServices.staffId })
        .from(staffServices)
        .where(
          and(
            eq(staffServices.tenantId, staff.tenantId),
            eq(staffServices.staffId, staff.id),
            eq(staffServices.serviceId, id),
          ),
        ),
    );
  return scope.tx
    .select({ id: staff.id, name: staff.name, title: staff.title, colour: staff.colour })
    .from(staff)
    .where(
      and(
        eq(staff.tenantId, scope.tenantId),
        eq(staff.active, true),
        isNull(staff.archivedAt),
        serviceId ? skilled(serviceId) : undefined,
      ),
    )
    .orderBy(asc(staff.position), asc(staff.name));
}

export type StaffItem = Awaited<ReturnType<typeof listStaff>>[number];
