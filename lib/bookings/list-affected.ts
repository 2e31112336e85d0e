import { type SQL, sql } from "drizzle-orm";
import { businessHoursOf } from "@/lib/staff/business-hours";
import { isWithin, type Stretch } from "@/lib/staff/rules";
import type { Scope } from "@/lib/tenancy/scope";
import { type BookingItem, bookingItems, stillToCome } from "./internal/booking-items";

/** What is promised and would not be done as things would stand then, soonest first: the first ones, and how many there are. */
export type Affected = { bookings: BookingItem[]; total: number };
export type AffectedBooking = BookingItem;

const mostShown = 50;

/** Bookings with somebody who is to be booked no longer. */
export const affectedByStaff = (scope: Scope, staffId: string): Promise<Affected> =>
  withLine(scope, sql`l.staff_id = ${staffId}`);

/** Bookings of what is to be sold no longer. */
export const affectedByService = (scope: Scope, serviceId: string): Promise<Affected> =>
  withLine(scope, sql`l.service_id = ${serviceId}`);

/** Bookings with somebody that lie outside their hours to be; without hours of their own, outside the business's. */
export async function affectedByHours(scope: Scope, staffId: string, hours: readonly Stretch[]): Promise<Affected> {
  const week = hours.length > 0 ? hours : await businessHoursOf(scope);
  const lines = await scope.tx.execute<{ id: string; weekday: number; minute: number; minutes: number }>(sql`
    select l.id, extract(dow from w.starts)::int as weekday, (extract(epoch from w.starts::time) / 60)::int as minute,
      (extract(epoch from l.ends_at - l.starts_at) / 60)::int as minutes
    from booking_lines l
    join bookings b on b.tenant_id = l.tenant_id and b.id = l.booking_id
    join tenants t on t.id = l.tenant_id
    cross join lateral (select l.starts_at at time zone t.time_zone as starts) w
    where l.tenant_id = ${scope.tenantId} and l.staff_id = ${staffId} and ${stillToCome()}`);
  const outside = lines.filter((line) => !isWithin(week, line));
  return withLine(scope, sql`l.id = any(${`{${outside.map(({ id }) => id).join(",")}}`}::uuid[])`);
}

async function withLine(scope: Scope, line: SQL): Promise<Affected> {
  const which = sql`${stillToCome()} and exists (select 1 from booking_lines l
    where l.tenant_id = b.tenant_id and l.booking_id = b.id and ${line})`;
  const [count] = await scope.tx.execute<{ total: number }>(
    sql`select count(*)::int as total from bookings b where b.tenant_id = ${scope.tenantId} and ${which}`,
  );
  const total = count?.total ?? 0;
  return { bookings: total > 0 ? await bookingItems(scope, which, mostShown) : [], total };
}
