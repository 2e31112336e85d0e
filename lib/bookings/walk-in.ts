import { now } from "@/lib/platform/clock";
import { ok, type Result } from "@/lib/platform/result";
import { listServices } from "@/lib/services/list-services";
import type { Scope } from "@/lib/tenancy/scope";
import { listTurns } from "@/lib/waitlist/list-turns";
import { bookAtDesk } from "./book-at-desk";
import type { BookRefusal } from "./book-slot";
import { changeBooking } from "./change-booking";
import type { WalkInInput } from "./input";
import { instantOf, minuteOf } from "./internal/engine-input";
import { type StartToday, startsInTurn } from "./starts-in-turn";

/** When somebody who is here now could have a service today, and who would do it; null when not any more. */
export type EarliestToday = {
  serviceId: string;
  name: string;
  priceMinor: number;
  currency: string;
  minutes: number;
  start: StartToday | null;
  /** So many wait for their turn. */
  before: number;
};

/**
 * For every service on offer, by the engine that books it, behind whoever waits for their turn already; as many statements
 * for one as for a hundred.
 */
export async function earliestToday(scope: Scope): Promise<EarliestToday[]> {
  const [services, waiting] = [await listServices(scope), await listTurns(scope)];
  const { behind } = await startsInTurn(
    scope,
    waiting,
    services.map(({ id }) => ({ serviceId: id })),
  );
  return services.map((service, at) => ({
    serviceId: service.id,
    name: service.name,
    priceMinor: service.priceMinor,
    currency: service.currency,
    minutes: service.durationMinutes,
    start: behind[at] ?? null,
    before: waiting.length,
  }));
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
