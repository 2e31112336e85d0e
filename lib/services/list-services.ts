import { and, asc, eq, isNull } from "drizzle-orm";
import { services } from "@/db/schema/services";
import type { Scope } from "@/lib/tenancy/scope";

/** What can be booked, in the order of the price list. */
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
    })
    .from(services)
    .where(and(eq(services.tenantId, scope.tenantId), eq(services.active, true), isNull(services.archivedAt)))
    .orderBy(asc(services.position), asc(services.name));

export type ServiceItem = Awaited<ReturnType<typeof listServices>>[number];
