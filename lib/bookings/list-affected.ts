import { sql } from "drizzle-orm";
import { crowded, meets } from "@/lib/availability/spans";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { type BookingItem, bookingItems } from "./internal/booking-items";
import { type House, loadHouse, uuids } from "./internal/house";
import { misfits, type PromisedLine, promisedLines } from "./internal/misfits";

/** What is promised and would not be done as things would stand then, soonest first. */
export type Affected = {
  /** The first ones. */
  bookings: BookingItem[];
  /** All of them; whoever has seen these says so when they go on. */
  ids: string[];
  total: number;
  /** So many came since somebody looked. */
  fresh: number;
};
export type AffectedBooking = BookingItem;

/** Ids of bookings, each once, in their order. */
const idsOf = (lines: readonly PromisedLine[]): string[] => [...new Set(lines.map(({ bookingId }) => bookingId))];

/** Bookings with somebody who is to be booked no longer. */
export const affectedByStaff = async (scope: Scope, staffId: string): Promise<string[]> =>
  idsOf(await promisedLines(scope, sql`l.staff_id = ${staffId}`));

/** Bookings of what is to be sold no longer. */
export const affectedByService = async (scope: Scope, serviceId: string): Promise<string[]> =>
  idsOf(await promisedLines(scope, sql`l.service_id = ${serviceId}`));

/** Bookings that would not all find a unit when there are only so many. */
export async function affectedByResource(scope: Scope, resourceId: string, quantity: number): Promise<string[]> {
  const uses = await scope.tx.execute<{ bookingId: string; from: number; to: number }>(sql`
    select l.booking_id as "bookingId", floor(extract(epoch from lower(o.span)) / 60)::int as "from",
      ceil(extract(epoch from upper(o.span)) / 60)::int as "to"
    from occupancies o join booking_lines l on l.tenant_id = o.tenant_id and l.id = o.booking_line_id
    where o.tenant_id = ${scope.tenantId} and o.active and o.resource_id = ${resourceId}
      and o.booking_line_id in (select l.id from bookings b
        join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
        where b.tenant_id = ${scope.tenantId} and b.ends_at > ${now().toISOString()})
    order by lower(o.span), l.booking_id`);
  const tooMany = crowded([...uses], quantity + 1);
  return [...new Set(uses.filter((use) => meets(tooMany, use)).map(({ bookingId }) => bookingId))];
}

/** Bookings that can be done as the house stands and could not be any more as it would. */
export async function affectedByRules(scope: Scope, becoming: (house: House) => House): Promise<string[]> {
  const [house, lines] = await Promise.all([loadHouse(scope, [], "promised"), promisedLines(scope)]);
  const already = new Set(misfits(house, lines));
  return idsOf(misfits(becoming(house), lines).filter((line) => !already.has(line)));
}

/** Bookings that cannot be done as the house stands, and wait for somebody to find them another place. */
export async function misplaced(scope: Scope): Promise<string[]> {
  const [house, lines] = await Promise.all([loadHouse(scope, [], "promised"), promisedLines(scope)]);
  return idsOf(misfits(house, lines));
}

/** The first of these bookings as the desk sees them. */
export async function affectedOf(
  scope: Scope,
  ids: string[],
  more: { show: number; fresh?: number },
): Promise<Affected> {
  const { show, fresh = 0 } = more;
  const bookings = ids.length > 0 ? await bookingItems(scope, sql`b.id = any(${uuids(ids)})`, show) : [];
  return { bookings, ids, total: ids.length, fresh };
}
