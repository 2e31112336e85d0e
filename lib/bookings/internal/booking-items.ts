import { type SQL, sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import { now } from "@/lib/platform/clock";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { heldUp } from "./held-up";

/** A booking as the desk sees it. */
export type BookingItem = {
  id: string;
  reference: string;
  status: BookingStatus;
  startsAt: string;
  endsAt: string;
  customerName: string;
  /** The name typed with the booking, when it is not the customer's: somebody booked on their number. */
  bookedAs: string | null;
  services: string[];
  staffNames: string[];
  /** To a staff member the price of what is theirs. */
  totalMinor: number;
  currency: string;
  notes: string;
  /** Until when a request waits for an answer, or time is held. */
  expiresAt: string | null;
  /** What is paid before it is promised, and whether it has been; null for nothing. */
  depositMinor: number | null;
  deposit: "due" | "paid" | "waived" | null;
  /** Whoever is to serve them is still busy with somebody who runs over. */
  heldUp: boolean;
  /** It lies over something else, because somebody said so. */
  overbooked: boolean;
};

type Row = {
  id: string;
  reference: string;
  status: BookingStatus;
  starts_at: string;
  ends_at: string;
  total_minor: string;
  currency: string;
  notes: string;
  expires_at: string | null;
  deposit_minor: string | null;
  deposit: BookingItem["deposit"];
  held_up: boolean;
  customer_name: string;
  typed: string;
  services: string[];
  staff_names: string[];
  overbooked: boolean;
};

/** Over `b`: promised or going on, and not over yet. */
export const stillToCome = (): SQL =>
  sql`b.ends_at > ${now().toISOString()} and (b.status in ('requested', 'confirmed', 'arrived', 'in_service')
    or b.status = 'held' and b.expires_at > ${now().toISOString()})`;

/** Bookings that `which` (over `b`) picks, in one statement, soonest first by default. A staff member sees their own only. */
export async function bookingItems(
  scope: Scope,
  which: SQL,
  limit: number,
  order: "soonest" | "latest" = "soonest",
): Promise<BookingItem[]> {
  const own = ownStaffOnly(scope.actor);
  const inOrder = order === "soonest" ? sql`b.starts_at, b.id` : sql`b.starts_at desc, b.id desc`;
  const rows = await scope.tx.execute<Row>(sql`
    select b.id, b.reference, b.status, b.starts_at, b.ends_at, ${own ? sql`sum(l.price_minor) filter (where l.staff_id = ${own})` : sql`b.total_minor`} as total_minor,
      b.currency, b.notes, b.expires_at, b.deposit_minor, b.deposit, b.held_up, c.name as customer_name, b.booked_as->>'name' as typed,
      array_agg(l.service_name order by l.position) as services,
      array_agg(p.name order by l.position) as staff_names,
      bool_or(exists (select 1 from occupancies o where o.tenant_id = l.tenant_id and o.booking_line_id = l.id
        and o.active and o.source = 'overbooking')) as overbooked
    from (
      select b.*, ${heldUp()} as held_up from bookings b where b.tenant_id = ${scope.tenantId} and ${which} ${ownBookings(scope)}
      order by ${inOrder} limit ${limit}
    ) b
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
    join staff p on p.tenant_id = l.tenant_id and p.id = l.staff_id
    group by b.id, b.reference, b.status, b.starts_at, b.ends_at, b.total_minor, b.currency, b.notes, b.expires_at,
      b.deposit_minor, b.deposit, b.held_up, b.booked_as, c.name
    order by ${inOrder}`);
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    status: row.status,
    startsAt: new Date(row.starts_at).toISOString(),
    endsAt: new Date(row.ends_at).toISOString(),
    customerName: row.customer_name,
    bookedAs: row.typed === row.customer_name ? null : row.typed,
    services: row.services,
    // In the order of what they do.
    staffNames: [...new Set(row.staff_names)],
    totalMinor: Number(row.total_minor),
    currency: row.currency,
    notes: row.notes,
    expiresAt: row.expires_at && new Date(row.expires_at).toISOString(),
    // It would tell what the rest of the visit costs.
    depositMinor: own || row.deposit_minor === null ? null : Number(row.deposit_minor),
    deposit: row.deposit,
    heldUp: row.held_up,
    overbooked: row.overbooked,
  }));
}

/** Narrows a question over `b` to what a staff member may see. */
export function ownBookings(scope: Scope): SQL {
  const own = ownStaffOnly(scope.actor);
  return own
    ? sql`and exists (select 1 from booking_lines o
        where o.tenant_id = b.tenant_id and o.booking_id = b.id and o.staff_id = ${own})`
    : sql``;
}
