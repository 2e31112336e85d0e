import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { servicePhotos, services } from "@/db/schema/services";
import { staff, staffServices } from "@/db/schema/staff";
import type { Scope } from "@/lib/tenancy/scope";

const ownPrice = sql`coalesce(${staffServices.priceMinor}, ${services.priceMinor})`;

/**
 * What can be booked, in the order of the price list: somebody has to be there who does it. `fromMinor` and `toMinor`: what
 * the cheapest and the dearest of them take.
 */
export const listServices = (scope: Scope) =>
  scope.tx
    .select({
      id: services.id,
      name: services.name,
      category: services.category,
      description: services.description,
      durationMinutes: services.durationMinutes,
      priceMinor: services.priceMinor,
      fromMinor: sql<number>`min(${ownPrice})`.mapWith(Number),
      toMinor: sql<number>`max(${ownPrice})`.mapWith(Number),
      currency: services.currency,
      addons: services.addons,
      photo: servicePhotos.version,
    })
    .from(services)
    .innerJoin(
      staffServices,
      and(eq(staffServices.tenantId, services.tenantId), eq(staffServices.serviceId, services.id)),
    )
    .leftJoin(
      servicePhotos,
      and(eq(servicePhotos.tenantId, services.tenantId), eq(servicePhotos.serviceId, services.id)),
    )
    .innerJoin(
      staff,
      and(
        eq(staff.tenantId, staffServices.tenantId),
        eq(staff.id, staffServices.staffId),
        eq(staff.active, true),
        isNull(staff.archivedAt),
      ),
    )
    .where(and(eq(services.tenantId, scope.tenantId), eq(services.active, true), isNull(services.archivedAt)))
    .groupBy(services.tenantId, services.id, servicePhotos.version)
    .orderBy(asc(services.position), asc(services.name));

export type ServiceItem = Awaited<ReturnType<typeof listServices>>[number];
