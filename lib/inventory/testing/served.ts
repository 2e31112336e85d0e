import type postgres from "postgres";
import type { House } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";

/** Somebody was served: a visit that is done, of the house's first service so many times. */
export async function served(sql: postgres.Sql, { tenantId, serviceIds, staffIds }: House, lines = 1) {
  const [bookingId, visitId, customerId] = [newId(), newId(), newId()];
  await sql`insert into customers (tenant_id, id, name) values (${tenantId}, ${customerId}, 'Wanjiru')`;
  await sql`insert into bookings (tenant_id, id, customer_id, status, source, starts_at, ends_at, total_minor, currency, reference, booked_as)
    values (${tenantId}, ${bookingId}, ${customerId}, 'completed', 'desk', now(), now() + interval '1 hour', 0, 'KES',
      ${bookingId.slice(-8).toUpperCase()}, '{"name":"Wanjiru"}')`;
  await sql`insert into visits (tenant_id, id, booking_id, customer_id, started_at, completed_at, total_minor, paid_minor, currency)
    values (${tenantId}, ${visitId}, ${bookingId}, ${customerId}, now(), now(), 0, 0, 'KES')`;
  for (let position = 0; position < lines; position++)
    await sql`insert into visit_lines (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
      values (${tenantId}, ${newId()}, ${visitId}, ${position}, ${serviceIds[0]!}, 'Silk press', ${staffIds[0]!}, 0)`;
  return { bookingId, visitId };
}
