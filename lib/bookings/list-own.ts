import { sql } from "drizzle-orm";
import { familyOf } from "@/lib/customers/own-customer";
import type { Scope } from "@/lib/tenancy/scope";
import { bookingToken } from "./booking-token";
import { type BookingItem, bookingItems, stillToCome } from "./internal/booking-items";
import { hasLink } from "./open-link";

export type OwnBooking = {
  id: string;
  reference: string;
  status: string;
  startsAt: string;
  services: string[];
  staffNames: string[];
  customerName: string;
  token: string;
};

export type OwnBookings = { toCome: OwnBooking[]; past: OwnBooking[] };

/** Further back they are in nobody's way. */
const mostPast = 10;

/** What a customer and their children have to come, soonest first, and what they had, latest first, while its link opens. */
export async function listOwn(scope: Scope, customerId: string): Promise<OwnBookings> {
  const family = await familyOf(scope, customerId);
  const theirs = sql`b.customer_id = any(${`{${family.join(",")}}`}::uuid[])`;
  const toCome = await bookingItems(scope, sql`${theirs} and ${stillToCome()}`, 50);
  // What was never promised is nothing that they had.
  const past = await bookingItems(
    scope,
    sql`${theirs} and ${hasLink()} and not (${stillToCome()}) and b.status not in ('requested', 'held', 'expired')`,
    mostPast,
    "latest",
  );
  return { toCome: toCome.map(own), past: past.map(own) };
}

const own = ({ id, reference, status, startsAt, services, staffNames, customerName }: BookingItem): OwnBooking => ({
  id,
  reference,
  status,
  startsAt,
  services,
  staffNames,
  customerName,
  token: bookingToken(id),
});

/** Theirs or a child's of theirs. */
export async function isOwnBooking(scope: Scope, customerId: string, bookingId: string): Promise<boolean> {
  const family = await familyOf(scope, customerId);
  const [found] =
    await scope.tx.execute(sql`select from bookings where tenant_id = ${scope.tenantId} and id = ${bookingId}
    and customer_id = any(${`{${family.join(",")}}`}::uuid[])`);
  return found !== undefined;
}
