import type { Addon } from "@/db/schema/services";
import type { StaffOffer } from "@/lib/staff/list-offers";

/** What the desk can book, each with those who do it in the house's order. */
export type DeskService = {
  id: string;
  name: string;
  durationMinutes: number;
  priceMinor: number;
  currency: string;
  addons: Addon[];
  offers: StaffOffer[];
};

/** A service of the visit; `any` for whoever is free. */
export type WantedLine = { service: string; staff: string; addons: readonly string[] };

export const lineOf = (service: DeskService | undefined): WantedLine => ({
  service: service?.id ?? "",
  staff: "any",
  addons: [],
});

/** `isSure`: it takes as long whoever does it. */
type Measured = { minutes: number; isSure: boolean; leastMinor: number; mostMinor: number };

/** How long it takes and what it costs, as far as it is known who does it. */
export function measureOf(service: DeskService | undefined, { staff, addons }: WantedLine): Measured {
  if (!service) return { minutes: 0, isSure: false, leastMinor: 0, mostMinor: 0 };
  const able = service.offers.filter(({ id }) => staff === "any" || id === staff);
  const [one] = able;
  const added = service.addons.filter(({ id }) => addons.includes(id));
  const extraMinor = added.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
  const prices = able.map(({ priceMinor }) => priceMinor);
  const isSame = able.every(({ durationMinutes }) => durationMinutes === one?.durationMinutes);
  const usual = isSame && one ? one.durationMinutes : service.durationMinutes;
  return {
    minutes: usual + added.reduce((sum, { minutes }) => sum + minutes, 0),
    isSure: isSame,
    leastMinor: Math.min(...(prices.length > 0 ? prices : [service.priceMinor])) + extraMinor,
    mostMinor: Math.max(...(prices.length > 0 ? prices : [service.priceMinor])) + extraMinor,
  };
}
