import type { Addon } from "@/db/schema/services";
import type { ServiceItem } from "@/lib/services/list-services";
import type { StaffOffer } from "@/lib/staff/list-offers";
import { extrasOf } from "../_parts/extras";
import type { ChosenLine } from "../_parts/visit";

/** A chosen service as it is sold now. `person` is null for anyone. */
export type KnownLine = {
  chosen: ChosenLine;
  service: ServiceItem;
  staff: StaffOffer[];
  person: StaffOffer | null;
  added: Addon[];
  /** With what is added; as the person does it, where one is asked for. */
  minutes: number;
  fromMinor: number;
  toMinor: number;
};

/** Each line with what the house says of it; or the choice without what is no longer to be had. */
export function knownLines(
  lines: readonly ChosenLine[],
  services: readonly ServiceItem[],
  offers: ReadonlyMap<string, StaffOffer[]>,
): { found: KnownLine[] } | { instead: ChosenLine[] } {
  const left = lines.flatMap((line): ChosenLine[] => {
    const service = services.find(({ id }) => id === line.service);
    if (!service) return [];
    const staff = offers.get(service.id)?.find(({ id }) => id === line.staff)?.id;
    return [{ service: service.id, staff, add: extrasOf(service, line.add).added.map(({ id }) => id) }];
  });
  const isAll = left.every(({ staff, add }, at) => staff === lines[at]?.staff && add.length === lines[at]?.add.length);
  if (left.length < lines.length || !isAll) return { instead: left };
  return {
    found: lines.map((chosen) => {
      const service = services.find(({ id }) => id === chosen.service)!;
      const staff = offers.get(service.id) ?? [];
      const person = staff.find(({ id }) => id === chosen.staff) ?? null;
      const extras = extrasOf(service, chosen.add);
      return {
        chosen,
        service,
        staff,
        person,
        added: extras.added,
        minutes: (person?.durationMinutes ?? service.durationMinutes) + extras.minutes,
        fromMinor: (person?.priceMinor ?? service.fromMinor) + extras.priceMinor,
        toMinor: (person?.priceMinor ?? service.toMinor) + extras.priceMinor,
      };
    }),
  };
}

/** What it is called with what is added. */
export const nameOf = ({ service, added }: KnownLine): string =>
  [service.name, ...added.map(({ name }) => name)].join(" + ");

const sum = (lines: readonly KnownLine[], of: (line: KnownLine) => number) =>
  lines.reduce((total, line) => total + of(line), 0);

/** Of the whole visit. */
export const totalOf = (lines: readonly KnownLine[]) => ({
  minutes: sum(lines, ({ minutes }) => minutes),
  fromMinor: sum(lines, ({ fromMinor }) => fromMinor),
  toMinor: sum(lines, ({ toMinor }) => toMinor),
  currency: lines[0]!.service.currency,
});
