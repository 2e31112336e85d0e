import { segmentsLasting } from "@/lib/availability/visit";
import type { House, HouseService, HouseStaff } from "./house";

/** Who may do each line; what is missing when a service or the person asked for is not on offer. */
export function candidates(house: House, lines: readonly { serviceId: string; staffId?: string | undefined }[]) {
  const found: { service: HouseService; staff: HouseStaff[]; any: boolean }[] = [];
  for (const { serviceId, staffId } of lines) {
    const service = house.services.get(serviceId);
    if (!service) return { missing: "service" as const };
    const staff = house.staff.filter((person) => skillOf(person, serviceId) && (!staffId || person.id === staffId));
    if (staffId && staff.length === 0) return { missing: "staff" as const };
    found.push({ service, staff, any: !staffId });
  }
  return { found };
}

export type Candidates = NonNullable<ReturnType<typeof candidates>["found"]>;

const skillOf = (staff: HouseStaff, serviceId: string) => staff.skills.find((skill) => skill.serviceId === serviceId);

/** A service as this person does it: in their own minutes, at their own price, with their own buffers. */
export function ownOffer(service: HouseService, staff: HouseStaff) {
  const own = skillOf(staff, service.id);
  return {
    segments: own?.durationMinutes ? segmentsLasting(service.segments, own.durationMinutes) : service.segments,
    priceMinor: own?.priceMinor ?? service.priceMinor,
    before: own?.before ?? service.before,
    after: own?.after ?? service.after,
  };
}

/** Whether the desk has to say yes: one service that it wants to see first is enough. */
export const isConfirmedByHand = ({ policy }: House, lines: Candidates): boolean =>
  lines.some(({ service }) => (service.confirm ?? policy.confirm) === "desk");

/** What a placed visit costs. */
export const priceOf = (lines: Candidates, placed: readonly { staffId: string }[]): number =>
  lines.reduce((sum, { service, staff }, at) => {
    const person = staff.find(({ id }) => id === placed[at]?.staffId);
    return sum + (person ? ownOffer(service, person).priceMinor : service.priceMinor);
  }, 0);

/** Everybody and everything whose time has to be known, and locked before a decision. */
export const involved = (lines: Candidates) => ({
  staffIds: [...new Set(lines.flatMap((line) => line.staff.map(({ id }) => id)))],
  resourceIds: [...new Set(lines.flatMap((line) => line.service.needs.map(({ resourceId }) => resourceId)))],
});
