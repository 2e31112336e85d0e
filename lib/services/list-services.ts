import { and, asc, eq, exists, isNull } from "drizzle-orm";
import { servicePhotos, services } from "@/db/schema/services";
import { staff, staffServices } from "@/db/schema/staff";
import type { Scope } from "@/lib/tenancy/scope";

/** What can be booked, in the order of the price list: somebody has to be there who does it. */
export const listServices = (scope: Scope) =>
  scope.tx
    .select({
      id: services.id,
      name: services.name,
      category: services.category,
      description: services.description,
      durationMinutes: services.durationMinutes,
      priceMinor: services.priceMinor,
      currency: services.currency,
      addons: services.addons,
      photo: servicePhotos.version,
    })
    .from(services)
    .leftJoin(
      servicePhotos,
      and(eq(servicePhotos.tenantId, services.tenantId), eq(servicePhotos.serviceId, services.id)),
    )
    .where(
      and(
        eq(services.tenantId, scope.tenantId),
        eq(services.active, true),
        isNull(services.archivedAt),
        exists(
          scope.tx
            .select({ one: staff.id })
            .from(staffServices)
            .innerJoin(staff, and(eq(staff.tenantId, staffServices.tenantId), eq(staff.id, staffServices.staffId)))
            .where(
              and(
                eq(staffServices.tenantId, services.tenantId),
                eq(staffServices.serviceId, services.id),
                eq(staff.active, true),
                isNull(staff.archivedAt),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(services.position), asc(services.name));

export type ServiceItem = Awaited<ReturnType<typeof listServices>>[number];
