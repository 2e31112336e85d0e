import type postgres from "postgres";
import { now } from "@/lib/platform/clock";

/** Moves a booking with all that belongs to it so that it starts `minutes` from now: nobody can book what has begun. */
export async function shiftTo(sql: postgres.Sql, tenantId: string, id: string, minutes: number): Promise<void> {
  const [row] = await sql<{ by: string }[]>`
    select (${now()}::timestamptz + ${minutes} * interval '1 minute') - starts_at as by from bookings
    where tenant_id = ${tenantId} and id = ${id}`;
  const by = row!.by;
  await sql`update occupancies o set span = tstzrange(lower(span) + ${by}::interval, upper(span) + ${by}::interval)
    from booking_lines l where l.tenant_id = ${tenantId} and l.booking_id = ${id} and o.booking_line_id = l.id`;
  await sql`update booking_lines set starts_at = starts_at + ${by}::interval, ends_at = ends_at + ${by}::interval
    where tenant_id = ${tenantId} and booking_id = ${id}`;
  await sql`update bookings set starts_at = starts_at + ${by}::interval, ends_at = ends_at + ${by}::interval
    where tenant_id = ${tenantId} and id = ${id}`;
}
