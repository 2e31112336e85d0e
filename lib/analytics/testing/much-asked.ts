import type postgres from "postgres";
import { type House, makeHouse } from "@/db/testing/house";

/** A house of ten people with many bookings up to now, ten every thirteen hours; three of four of them are visits. */
export async function muchAsked(sql: postgres.Sql, many: { people: number; bookings: number }): Promise<House> {
  const house = await makeHouse({ staff: 10 });
  const { tenantId, staffIds, serviceIds } = house;
  await sql`insert into customers (tenant_id, id, name, created_at)
    select ${tenantId}, gen_random_uuid(), 'Customer ' || g.n, now() - g.n * interval '6 hours'
    from generate_series(1, ${many.people}::int) g (n)`;
  await sql`with who as (
      select id, row_number() over (order by created_at) - 1 as place from customers where tenant_id = ${tenantId}),
    made as (
      insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency,
        booked_as, created_at)
      select ${tenantId}, gen_random_uuid(), 'N' || g.n, who.id,
        case g.n % 8 when 0 then 'cancelled' when 1 then 'no_show' else 'completed' end, 'public', t.at,
        t.at + interval '1 hour', 150000, 'KES', '{"name":"Somebody"}', t.at - (g.n % 20) * interval '1 day'
      from generate_series(1, ${many.bookings}::int) g (n)
      cross join lateral (select date_trunc('hour', now()) - (g.n / 10) * interval '13 hours' as at) t
      join who on who.place = g.n % ${many.people}::int
      returning tenant_id, id, customer_id, status, starts_at, ends_at, reference),
    lines as (
      insert into booking_lines (tenant_id, id, booking_id, position, service_id, service_name, staff_id, any_staff, starts_at,
        ends_at, segments, buffer_before_minutes, buffer_after_minutes, price_minor, currency)
      select tenant_id, gen_random_uuid(), id, 0, ${serviceIds[0]!}, 'Cut',
        (${staffIds}::uuid[])[1 + substr(reference, 2)::int % 10], false, starts_at, ends_at,
        '[{"kind":"work","minutes":60}]', 0, 0, 150000, 'KES' from made
      returning tenant_id, id, staff_id, starts_at, ends_at),
    taken as (
      insert into occupancies (tenant_id, id, staff_id, span, source, booking_line_id)
      select tenant_id, gen_random_uuid(), staff_id, tstzrange(starts_at, ends_at), 'booking', id from lines)
    insert into visits (tenant_id, id, booking_id, customer_id, started_at, completed_at, total_minor, paid_minor, currency)
    select tenant_id, gen_random_uuid(), id, customer_id, starts_at, ends_at, 150000, 150000, 'KES' from made
    where status = 'completed'`;
  await sql`analyze bookings, booking_lines, visits, customers, occupancies`;
  return house;
}
