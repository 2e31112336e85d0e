import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import type { Scope } from "@/lib/tenancy/scope";
import { ownBookings } from "./booking-items";

/** The series that a booking is one of, all of it in order; to a staff member what is theirs. */
export type InSeries = {
  weeks: number;
  bookings: { id: string; startsAt: string; status: BookingStatus }[];
};

type Row = { id: string; starts_at: string; status: BookingStatus; weeks: number };

export async function seriesOf(scope: Scope, bookingId: string): Promise<InSeries | null> {
  const rows = await scope.tx.execute<Row>(sql`
    select b.id, b.starts_at, b.status, b.series_weeks as weeks from bookings one
    join bookings b on b.tenant_id = one.tenant_id and b.series_id = one.series_id
    where one.tenant_id = ${scope.tenantId} and one.id = ${bookingId} ${ownBookings(scope)}
    order by b.starts_at, b.id`);
  const [first] = rows;
  if (!first) return null;
  const bookings = rows.map(({ id, status, starts_at }) => ({
    id,
    status,
    startsAt: new Date(starts_at).toISOString(),
  }));
  return { weeks: first.weeks, bookings };
}
