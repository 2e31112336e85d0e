import { openStarts, placeVisit } from "@/lib/availability/visit-plan";
import { addDays, atMinute, localDate, startOfDay } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { ok, type Result } from "@/lib/platform/result";
import { listServices } from "@/lib/services/list-services";
import type { Scope } from "@/lib/tenancy/scope";
import { bookAtDesk } from "./book-at-desk";
import type { BookRefusal } from "./book-slot";
import { changeBooking } from "./change-booking";
import type { WalkInInput } from "./input";
import { candidates, involved } from "./internal/candidates";
import { instantOf, linesFor, minuteOf } from "./internal/engine-input";
import { type House, loadHouse } from "./internal/house";
import { rulesFor } from "./internal/rules-in-force";
import { loadTaken, type TakenTime } from "./internal/taken-time";

/** When somebody who is here now could have a service today, and who would do it; null when not any more. */
export type EarliestToday = {
  serviceId: string;
  name: string;
  priceMinor: number;
  currency: string;
  minutes: number;
  start: { startsAt: string; staffId: string; staffName: string; isNow: boolean } | null;
};

const nobodyKnown = { usual: {}, visits: [] };

/** For every service on offer, by the engine that books it; as many statements for one as for a hundred. */
export async function earliestToday(scope: Scope): Promise<EarliestToday[]> {
  const services = await listServices(scope);
  const house = await loadHouse(
    scope,
    services.map(({ id }) => id),
  );
  const wanted = services.flatMap(({ id }) => candidates(house, [{ serviceId: id }]).found ?? []);
  const today = localDate(now(), house.timeZone);
  const from = startOfDay(addDays(today, -1), house.timeZone);
  const taken = await loadTaken(scope, involved(wanted), from, startOfDay(addDays(today, 2), house.timeZone));
  return services.map((service) => ({
    serviceId: service.id,
    name: service.name,
    priceMinor: service.priceMinor,
    currency: service.currency,
    minutes: service.durationMinutes,
    start: earliestOf(house, service.id, today, taken),
  }));
}

function earliestOf(house: House, serviceId: string, today: string, taken: TakenTime): EarliestToday["start"] {
  const wanted = candidates(house, [{ serviceId }]).found;
  if (!wanted) return null;
  const dates = { from: today, to: today };
  const lines = linesFor(house, wanted, { from: today, to: addDays(today, 1) }, taken, nobodyKnown);
  const rules = rulesFor(house, wanted, dates, { channel: "desk", habits: nobodyKnown }, "any");
  const atOnce = Math.ceil(minuteOf(now()));
  const here = placeVisit(lines, atOnce, rules);
  const midnight = minuteOf(atMinute(today, 24 * 60, house.timeZone));
  const [later] = here
    ? []
    : openStarts(lines, { ...rules, starts: "on_step" }, { from: atOnce, to: midnight }).slice(0, 1);
  const [placed] = here ?? later?.placed ?? [];
  if (!placed) return null;
  return {
    startsAt: instantOf(placed.from).toISOString(),
    staffId: placed.staffId,
    staffName: house.staff.find(({ id }) => id === placed.staffId)?.name ?? "",
    isNow: here !== null,
  };
}

/** `isHere`: they are checked in, too. */
export type WalkedIn = { id: string; startsAt: string; isHere: boolean };

/** Somebody who is here: booked at the time that was shown, or now if that has passed while it was looked at, and checked in. */
export async function bookWalkIn(scope: Scope, wish: WalkInInput): Promise<Result<WalkedIn, BookRefusal>> {
  const { serviceId, staffId, startsAt, key, customer } = wish;
  const soonest = Math.ceil(minuteOf(now()));
  const at = instantOf(Math.max(minuteOf(startsAt), soonest));
  // The same tap once more, though the list says another time by now, is the same person.
  const booked = await bookAtDesk(
    scope,
    { lines: [{ serviceId, staffId }], startsAt: at, customer, key },
    { serviceId, customer },
  );
  if (!booked.ok) return booked;
  const { id } = booked.value;
  const here = await changeBooking(scope, { id, move: "check_in", from: "confirmed" });
  return ok({ id, startsAt: booked.value.startsAt, isHere: here.ok });
}
