import { sql } from "drizzle-orm";
import { crowded, meets } from "@/lib/availability/spans";
import { recordEvent } from "@/lib/events/record-event";
import type { Scope } from "@/lib/tenancy/scope";
import { type BookingItem, bookingItems } from "./internal/booking-items";
import { type House, loadHouse, uuids } from "./internal/house";
import { holdBookings } from "./internal/lock-booking";
import { misfits, type PromisedLine, promisedLines, proposedLines } from "./internal/misfits";
import { seatAll, type TakenUnits, takenUnits, takeSeats } from "./internal/units";
import { letGo } from "./take-time";

/** What is promised and would not be done as things would stand then, soonest first. */
export type Affected = {
  /** The first ones. */
  bookings: BookingItem[];
  /** All of them; whoever has seen these says so when they go on. */
  ids: string[];
  total: number;
  /** So many came since somebody looked. */
  fresh: number;
  /** So many times that customers are asked to choose from would be withdrawn. */
  proposals: number;
};
export type AffectedBooking = BookingItem;

/** Bookings in the way, and how many times that are proposed to customers would be withdrawn. */
export type Found = { ids: string[]; proposals: number };

/** Ids, each once, in their order. */
const idsOf = (lines: readonly PromisedLine[]): string[] => [...new Set(lines.map(({ bookingId }) => bookingId))];
const holdsOf = (lines: readonly PromisedLine[]): string[] => [...new Set(lines.flatMap(({ holdId }) => holdId ?? []))];

/** Bookings with somebody who is to be booked no longer. */
export async function affectedByStaff(scope: Scope, staffId: string): Promise<Found> {
  const [lines, proposed] = [await promisedLines(scope, sql`l.staff_id = ${staffId}`), await proposedLines(scope)];
  return { ids: idsOf(lines), proposals: holdsOf(proposed.filter((line) => line.staffId === staffId)).length };
}

/** Bookings of a class that is to have fewer places than are taken in it. */
export async function affectedBySeats(scope: Scope, serviceId: string, seats: number): Promise<Found> {
  const lines = await promisedLines(scope, sql`l.service_id = ${serviceId}`);
  const people = [...new Set(lines.map(({ staffId }) => staffId))];
  const tooMany = people
    .map((id) => lines.filter(({ staffId }) => staffId === id))
    .map((own) => crowded(own, seats + 1));
  const full = new Map(people.map((id, at) => [id, tooMany[at]!]));
  return { ids: idsOf(lines.filter((line) => meets(full.get(line.staffId)!, line))), proposals: 0 };
}

/** Bookings of what is to be sold no longer, or in another form. What is proposed of it is as much promised as they are. */
export const affectedByService = async (scope: Scope, serviceId: string): Promise<Found> => ({
  ids: idsOf(await promisedLines(scope, sql`l.service_id = ${serviceId}`)),
  proposals: 0,
});

/** Bookings that have one of these, which are to be used no longer. Proposals are as good without it. */
export async function affectedByResource(scope: Scope, resourceId: string): Promise<Found> {
  const { lines, taken } = await lookAt(scope);
  const having = new Set(taken.units.filter((one) => one.resourceId === resourceId).map(({ lineId }) => lineId));
  return { ids: idsOf(lines.filter(({ lineId, holdId }) => !holdId && having.has(lineId))), proposals: 0 };
}

/** Bookings and proposals that can be done as the house stands and could not be any more as it would. */
export async function affectedByRules(scope: Scope, becoming: (house: House) => House): Promise<Found> {
  const look = await lookAt(scope);
  const already = new Set(unfit(look.house, look));
  const affected = unfit(becoming(look.house), look).filter((line) => !already.has(line));
  return { ids: idsOf(affected.filter(({ holdId }) => !holdId)), proposals: holdsOf(affected).length };
}

/** Bookings that cannot be done as the house stands, and wait for somebody to find them another place. */
export async function misplaced(scope: Scope): Promise<string[]> {
  const look = await lookAt(scope);
  return idsOf(unfit(look.house, look).filter(({ holdId }) => !holdId));
}

/**
 * Brings what is promised level with the house as it stands now: bookings take the chairs that they have come to need,
 * where one is free, and what is proposed and could not be taken any more is withdrawn, so that nobody is offered it.
 */
export async function keepPromises(scope: Scope): Promise<void> {
  let look = await lookAt(scope);
  const wanting = seatAll(look.house, look.lines, look.taken.units).seats.map(({ line }) => line.bookingId);
  if (wanting.length > 0) {
    // Nobody cancels or moves those meanwhile; what has become of them before is seen now.
    await holdBookings(scope, wanting);
    look = await lookAt(scope);
    const held = new Set(wanting);
    const seated = seatAll(look.house, look.lines, look.taken.units);
    const seats = seated.seats.filter(({ line }) => held.has(line.bookingId));
    await takeSeats(scope, { ...seated, seats }, look.taken.expired);
    look = await lookAt(scope);
  }
  const gone = holdsOf(unfit(look.house, look));
  if (gone.length === 0) return;
  const freed = await letGo(scope, sql`h.id = any(${uuids(gone)})`, "withdrawn");
  for (const slot of freed) recordEvent(scope, { name: "slot.freed", ...slot });
}

type Look = { house: House; lines: PromisedLine[]; taken: TakenUnits };

async function lookAt(scope: Scope): Promise<Look> {
  const [promised, proposed, taken] = await Promise.all([
    promisedLines(scope),
    proposedLines(scope),
    takenUnits(scope),
  ]);
  const lines = [...promised, ...proposed];
  const house = await loadHouse(scope, [...new Set(lines.map(({ serviceId }) => serviceId))], "promised");
  return { house, lines, taken };
}

/** In the order of the lines. */
function unfit(house: House, { lines, taken }: Look): PromisedLine[] {
  const without = new Set([...misfits(house, lines), ...seatAll(house, lines, taken.units).without]);
  return lines.filter((line) => without.has(line));
}

/** The first of these bookings as the desk sees them. */
export async function affectedOf(
  scope: Scope,
  { ids, proposals }: Found,
  { show, fresh }: { show: number; fresh: number },
): Promise<Affected> {
  const bookings = ids.length > 0 ? await bookingItems(scope, sql`b.id = any(${uuids(ids)})`, show) : [];
  return { bookings, ids, total: ids.length, fresh, proposals };
}
