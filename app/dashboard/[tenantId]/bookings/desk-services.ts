import "server-only";
import { listServices } from "@/lib/services/list-services";
import { listOffers } from "@/lib/staff/list-offers";
import type { Scope } from "@/lib/tenancy/scope";
import type { DeskService } from "./desk-choices";

/** What the desk can book, in the order of the price list. */
export async function deskServices(scope: Scope): Promise<DeskService[]> {
  const services = await listServices(scope);
  const offers = await listOffers(
    scope,
    services.map(({ id }) => id),
  );
  return services.map(({ id, name, durationMinutes, priceMinor, currency, addons }) => ({
    id,
    name,
    durationMinutes,
    priceMinor,
    currency,
    addons,
    offers: offers.get(id) ?? [],
  }));
}
