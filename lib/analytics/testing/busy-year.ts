import postgres from "postgres";
import { type House, makeHouse } from "@/db/testing/house";

type Size = { bookings: number; customers: number; visits: number };

/**
 * A house with that much behind it, spread over the year that ends today: each visit is a booking that was charged and paid;
 * the other bookings were cancelled, missed, or are to come. `adminUrl`: whoever writes it is kept from nothing.
 */
export async function busyYear(adminUrl: string, size: Size, platformUrl?: string): Promise<House> {
  const house = await makeHouse({
    staff: 6,
    services: Array.from({ length: 12 }, (_, n) => ({
      name: `Service ${n}`,
      minutes: 45,
      priceMinor: 100_000 + n * 10_000,
    })),
    ...(platformUrl ? { platformUrl } : {}),
  });
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin((tx) => filled(tx, house, size));
    await sql`analyze`;
  } finally {
    await sql.end();
  }
  return house;
}

async function filled(tx: postgres.TransactionSql, { tenantId, staffIds, serviceIds }: House, size: Size) {
  await tx`update services set category = 'kind ' || position % 4 where tenant_id = ${tenantId}`;
  await tx`insert into products (tenant_id, id, name, price_minor, currency)
    select ${tenantId}, gen_random_uuid(), 'Product ' || n, 50000, 'KES' from generate_series(1, 8) n`;
  await tx`create temp table people on commit drop as
    select n as nth, gen_random_uuid() as id from generate_series(0, ${size.customers - 1}::int) n`;
  await tx`insert into customers (tenant_id, id, name, phone, created_at)
    select ${tenantId}, id, 'Customer ' || nth, '+2547' || lpad(nth::text, 8, '0'), now() - nth % 365 * interval '1 day' from people`;
  // Those that were done come first; the others are cancelled, missed and to come in turns.
  await tx`create temp table done on commit drop as
    select n, gen_random_uuid() as id, gen_random_uuid() as visit_id, gen_random_uuid() as sale_id, p.id as customer_id,
      date_trunc('day', now()) - (n % 364 + 1) * interval '1 day' + (6 + n % 11) * interval '1 hour' as at,
      case when n < ${size.visits}::int then 'completed' else (array['cancelled', 'no_show', 'confirmed'])[n % 3 + 1] end as status,
      (${staffIds}::uuid[])[n % 6 + 1] as staff_id, (${serviceIds}::uuid[])[n % 12 + 1] as service_id,
      100000 + n % 12 * 10000 as price
    from generate_series(0, ${size.bookings - 1}::int) n join people p on p.nth = n % ${size.customers}::int`;
  await tx`update done set at = date_trunc('day', now()) + (n % 14) * interval '1 day' + (6 + n % 11) * interval '1 hour'
    where status = 'confirmed'`;
  await tx`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency, booked_as, created_at)
    select ${tenantId}, id, 'B' || n, customer_id, status, 'public', at, at + interval '45 minutes', price, 'KES', '{"name":"Customer"}',
      at - (n % 9 + 1) * interval '1 day' from done`;
  await tx`insert into booking_lines (tenant_id, id, booking_id, position, service_id, service_name, staff_id, any_staff, starts_at, ends_at,
      segments, buffer_before_minutes, buffer_after_minutes, price_minor, currency)
    select ${tenantId}, gen_random_uuid(), id, 0, service_id, 'Service', staff_id, false, at, at + interval '45 minutes',
      '[{"kind":"work","minutes":45}]', 0, 0, price, 'KES' from done`;
  await tx`insert into occupancies (tenant_id, id, staff_id, span, source, booking_line_id)
    select l.tenant_id, gen_random_uuid(), l.staff_id, tstzrange(l.starts_at, l.ends_at), 'overbooking', l.id
    from booking_lines l join bookings b on b.tenant_id = l.tenant_id and b.id = l.booking_id
    where l.tenant_id = ${tenantId} and b.status <> 'cancelled'`;
  await tx`delete from done where status <> 'completed'`;
  await tx`insert into visits (tenant_id, id, booking_id, customer_id, started_at, completed_at, total_minor, paid_minor, currency)
    select ${tenantId}, visit_id, id, customer_id, at, at + interval '45 minutes', price, price, 'KES' from done`;
  await tx`insert into visit_lines (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
    select ${tenantId}, gen_random_uuid(), visit_id, 0, service_id, 'Service', staff_id, price from done`;
  await charged(tx, tenantId);
  await tx`insert into expenses (tenant_id, id, category, amount_minor, currency, description, day, paid_from)
    select ${tenantId}, gen_random_uuid(), 'rent', 50000, 'KES', 'Something', current_date - n, 'elsewhere' from generate_series(0, 360) n`;
}

/** Each visit is a sale with its service, every third with a second one and every fifth with a product, paid in turns. */
async function charged(tx: postgres.TransactionSql, tenantId: string) {
  await tx`create temp table lines on commit drop as
    select d.n, d.sale_id, d.at, d.staff_id, l.* from done d cross join lateral (
      select 0 as position, d.service_id, null::uuid as product_id, d.price as minor
      union all select 1, d.service_id, null, 70000 where d.n % 3 = 0
      union all select 2, null, (select id from products where tenant_id = ${tenantId} order by name offset d.n % 8 limit 1), 50000
        where d.n % 5 = 0) l`;
  await tx`create temp table bills on commit drop as
    select sale_id, min(at) as at, min(n) as n, sum(minor) as minor from lines group by sale_id`;
  await tx`insert into sales (tenant_id, id, number, status, booking_id, visit_id, customer_id, subtotal_minor, total_minor, currency, closed_at, created_at)
    select ${tenantId}, d.sale_id, row_number() over (order by d.at, d.n), 'closed', d.id, d.visit_id, d.customer_id, b.minor, b.minor, 'KES', d.at, d.at
    from done d join bills b on b.sale_id = d.sale_id`;
  await tx`insert into sale_lines (tenant_id, id, sale_id, position, service_id, product_id, name, staff_id, quantity, unit_minor)
    select ${tenantId}, gen_random_uuid(), sale_id, position, service_id, product_id, 'Line', staff_id, 1, minor from lines`;
  await tx`create temp table moves on commit drop as
    select gen_random_uuid() as id, sale_id, at, kind, case when kind = 'payment' then gen_random_uuid() end as payment_id, n, minor
    from bills cross join unnest(array['sale', 'payment']) kind`;
  await tx`insert into ledger_transactions (tenant_id, id, kind, source, at, day, sale_id, payment_id)
    select ${tenantId}, id, kind, kind || ' ' || sale_id, at, (at at time zone 'Africa/Nairobi')::date, sale_id, payment_id from moves`;
  await tx`insert into ledger_entries (tenant_id, transaction_id, position, account, debit_minor, credit_minor, currency)
    select ${tenantId}, m.id, e.position, e.account, e.debit, e.credit, 'KES' from moves m cross join lateral (
      select 0 as position, case when kind = 'sale' then 'customers' else (array['mpesa', 'cash', 'card'])[n % 3 + 1] end as account,
        minor as debit, 0 as credit
      union all select 1, case when kind = 'sale' then 'services' else 'customers' end, 0, minor) e`;
  await tx`insert into earnings (tenant_id, id, staff_id, sale_id, sale_line_id, kind, name, base_minor, rate_kind, rate, amount_minor, currency, at, day, source)
    select ${tenantId}, gen_random_uuid(), staff_id, sale_id, gen_random_uuid(), 'commission', 'Line', minor, 'percent', 4000, minor * 4 / 10, 'KES',
      at, (at at time zone 'Africa/Nairobi')::date, 'line ' || sale_id || position from lines`;
}
