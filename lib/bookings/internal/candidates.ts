import type { Addon } from "@/db/schema/services";
import { segmentsLasting, segmentsWith } from "@/lib/availability/visit";
import { sumOf } from "@/lib/services/rules";
import type { House, HouseService, HouseStaff } from "./house";

type Asked = { serviceId: string; staffId?: string | undefined; addonIds?: readonly string[] | undefined };

/** A service with what the customer adds to it. */
type Wanted = HouseService & { added?: readonly Addon[] };

/** Who may do each line; what is missing when a service, what is added to it, or the person asked for is not on offer. */
export function candidates(house: House, lines: readonly Asked[]) {
  const found: { service: Wanted; staff: HouseStaff[]; any: boolean }[] = [];
  for (const { serviceId, staffId, addonIds = [] } of lines) {
    const sold = house.services.get(serviceId);
    const added = (sold?.addons ?? []).filter(({ id }) => addonIds.includes(id));
    if (!sold || added.length < new Set(addonIds).size) return { missing: "service" as const };
    const service: Wanted = added.length > 0 ? { ...sold, added } : sold;
    const staff = house.staff.filter((person) => skillOf(person, serviceId) && (!staffId || person.id === staffId));
    if (staffId && staff.length === 0) return { missing: "staff" as const };
    found.push({ service, staff, any: !staffId });
  }
  return { found };
}

export type Candidates = NonNullable<ReturnType<typeof candidates>["found"]>;

const skillOf = (staff: HouseStaff, serviceId: string) => staff.skills.find((skill) => skill.serviceId === serviceId);

/** What it is called wherever it is told of: with what is added. */
export const soldAs = ({ name, added = [] }: Wanted): string => [name, ...added.map((addon) => addon.name)].join(" + ");

/** A service as this person does it: in their own minutes, at their own price, with their own buffers, and what is added. */
export function ownOffer(service: Wanted, staff: HouseStaff) {
  const own = skillOf(staff, service.id);
  const segments = own?.durationMinutes ? segmentsLasting(service.segments, own.durationMinutes) : service.segments;
  const more = sumOf(service.added ?? []);
  return {
    segments: more.minutes > 0 ? segmentsWith(segments, more.minutes) : segments,
    priceMinor: (own?.priceMinor ?? service.priceMinor) + more.priceMinor,
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
    return (
      sum + (person ? ownOffer(service, person).priceMinor : service.priceMinor + sumOf(service.added ?? []).priceMinor)
    );
  }, 0);

/** Everybody and everything whose time has to be known, and locked before a decision. */
export const involved = (lines: Candidates) => ({
  staffIds: [...new Set(lines.flatMap((line) => line.staff.map(({ id }) => id)))],
  resourceIds: [...new Set(lines.flatMap((line) => line.service.needs.map(({ resourceId }) => resourceId)))],
});
