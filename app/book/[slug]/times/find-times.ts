import "server-only";
import { listOpenSlots } from "@/lib/bookings/list-open-slots";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { listServices, type ServiceItem } from "@/lib/services/list-services";
import { listStaff, type StaffItem } from "@/lib/staff/list-staff";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { keptHold } from "../../_parts/kept-hold";
import { guest } from "../../_parts/tenant";
import { type Fortnight, fortnight } from "./fortnight";

/** As far as one question to the engine goes; a business's own horizon ends before. */
const farthest = 62;

/** `person` is null for anyone. */
export type Times = { service: ServiceItem; staff: StaffItem[]; person: StaffItem | null; fortnight: Fortnight };

type Asked = { serviceId: string; staffId: string; day: string | null; from: string | null };

/** What the page of times shows, or the choice that is not to be had. */
export async function findTimes(
  tenant: PublicTenant,
  { serviceId, staffId, ...wish }: Asked,
): Promise<Times | "no_service" | "no_person"> {
  const hold = await keptHold();
  const today = localDate(now(), tenant.timeZone);
  return readTenant(tenant.id, guest, async (scope) => {
    const [services, staff, open] = await Promise.all([
      listServices(scope),
      listStaff(scope, { serviceId }),
      listOpenSlots(scope, { serviceId, staffId, from: today, to: addDays(today, farthest - 1), hold }),
    ]);
    const service = services.find(({ id }) => id === serviceId);
    if (!service) return "no_service";
    if (!open.ok) return open.refusal === "unknown_staff" ? "no_person" : "no_service";
    const person = staff.find(({ id }) => id === staffId) ?? null;
    return { service, staff, person, fortnight: fortnight(open.value.days, wish) };
  });
}
