import "server-only";
import { mostDays } from "@/lib/bookings/input";
import { listOpenSlots } from "@/lib/bookings/list-open-slots";
import { openingHours } from "@/lib/bookings/opening-hours";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { listServices, type ServiceItem } from "@/lib/services/list-services";
import { listOffers, type StaffOffer } from "@/lib/staff/list-offers";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { extrasOf } from "../../_parts/extras";
import { keptHold } from "../../_parts/kept-hold";
import { guest } from "../../_parts/tenant";
import { type Fortnight, fortnight } from "./fortnight";

/** `person` is null for anyone. */
export type Times = {
  service: ServiceItem;
  addonIds: string[];
  staff: StaffOffer[];
  person: StaffOffer | null;
  fortnight: Fortnight;
  /** Dates on which nobody works, and why, where the house says it. */
  shut: ReadonlyMap<string, string>;
};

type Asked = { serviceId: string; addonIds: string[]; staffId: string; day: string | null; from: string | null };

/** What the page of times shows, or the choice that is not to be had. */
export async function findTimes(
  tenant: PublicTenant,
  { serviceId, addonIds, staffId, ...wish }: Asked,
): Promise<Times | "no_service" | "no_person" | "no_extra"> {
  const hold = await keptHold();
  const today = localDate(now(), tenant.timeZone);
  return readTenant(tenant.id, guest, async (scope) => {
    const [services, staff, hours, open] = await Promise.all([
      listServices(scope),
      listOffers(scope, serviceId),
      openingHours(scope, today, mostDays),
      listOpenSlots(scope, { serviceId, addonIds, staffId, from: today, to: addDays(today, mostDays - 1), hold }),
    ]);
    const service = services.find(({ id }) => id === serviceId);
    if (!service) return "no_service";
    if (extrasOf(service, addonIds).added.length < addonIds.length) return "no_extra";
    if (!open.ok) return open.refusal === "unknown_staff" ? "no_person" : "no_service";
    const person = staff.find(({ id }) => id === staffId) ?? null;
    const shut = hours.days
      .filter(({ windows }) => windows.length === 0)
      .map(({ date, reason }) => [date, reason] as const);
    return { service, addonIds, staff, person, fortnight: fortnight(open.value.days, wish), shut: new Map(shut) };
  });
}
