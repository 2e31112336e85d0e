import "server-only";
import { mostDays, mostDaysOfSeveral } from "@/lib/bookings/input";
import { listOpenSlots } from "@/lib/bookings/list-open-slots";
import { openingHours } from "@/lib/bookings/opening-hours";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { listServices } from "@/lib/services/list-services";
import { listOffers } from "@/lib/staff/list-offers";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { keptHold } from "../../_parts/kept-hold";
import { guest } from "../../_parts/tenant";
import { askedLines, type ChosenLine } from "../../_parts/visit";
import { type KnownLine, knownLines } from "../known-lines";
import { type Fortnight, fortnight } from "./fortnight";

export type Times = {
  lines: KnownLine[];
  fortnight: Fortnight;
  /** Dates on which nobody works, and why, where the house says it. */
  shut: ReadonlyMap<string, string>;
};

type Asked = { lines: readonly ChosenLine[]; day: string | null; from: string | null };

/** What the page of times shows; or what of the choice is still to be had, when not all of it is. */
export async function findTimes(
  tenant: PublicTenant,
  { lines, ...wish }: Asked,
): Promise<Times | { instead: ChosenLine[] }> {
  const hold = await keptHold();
  const today = localDate(now(), tenant.timeZone);
  const [first, ...more] = askedLines(lines);
  if (!first) return { instead: [] };
  return readTenant(tenant.id, guest, async (scope) => {
    // Each service more makes a day dearer to work out.
    const days = more.length > 0 ? mostDaysOfSeveral : mostDays;
    const dates = { from: today, to: addDays(today, days - 1) };
    const [services, offers, hours, open] = await Promise.all([
      listServices(scope),
      listOffers(
        scope,
        lines.map(({ service }) => service),
      ),
      openingHours(scope, today, days),
      listOpenSlots(scope, { ...first, staffId: first.staffId ?? "any", more, ...dates, hold }),
    ]);
    const known = knownLines(lines, services, offers);
    if ("instead" in known) return known;
    // Offers and times are one look at one moment: who is offered is known to the engine.
    if (!open.ok) return { instead: [] };
    const shut = hours.days
      .filter(({ windows }) => windows.length === 0)
      .map(({ date, reason }) => [date, reason] as const);
    return { lines: known.found, fortnight: fortnight(open.value.days, wish), shut: new Map(shut) };
  });
}
