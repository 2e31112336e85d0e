import { encode } from "next-auth/jwt";
import postgres from "postgres";
import { newId } from "@/lib/platform/ids";
import type { Database } from "./database";

const zoneOffsetMs = 3 * 3_600_000;
const staffEach = 6;
const daysAhead = 50;
const startsPerDay = 24;

export const sessionsMade = 1_000;
/** How many bookings one business can take before its book is full. */
export const slotsEach = staffEach * daysAhead * startsPerDay;

export type Business = { tenantId: string; slug: string; serviceId: string; staffIds: string[] };
export type Slot = Business & { staffId: string; startsAt: string };

/**
 * `count` businesses that are open every day from 08:00 to 20:00 in Nairobi, with a past, and a thousand signed-in
 * desks: each works at the first business and at one of the others, so that it can open a stream of either.
 */
export async function makeBusinesses(database: Database, count: number, pastBookings: number): Promise<Made> {
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  const policy = { noticeMinutes: 0, horizonDays: 60, stepMinutes: 30, buffers: "larger", confirm: "auto" };
  const businesses: Business[] = [];
  try {
    for (let n = 0; n < count; n++) {
      const business: Business = {
        tenantId: newId(),
        slug: `bench-${n}`,
        serviceId: newId(),
        staffIds: Array.from({ length: staffEach }, () => newId()),
      };
      businesses.push(business);
      await sql.begin((tx) => fillBusiness(tx, business, n, policy, pastBookings));
    }
    const sessionIds = await makeSessions(sql, businesses);
    return { businesses, sessionIds };
  } finally {
    await sql.end();
  }
}

export type Made = { businesses: Business[]; sessionIds: string[] };

async function fillBusiness(tx: postgres.TransactionSql, it: Business, n: number, policy: object, past: number) {
  const { tenantId, staffIds, serviceId } = it;
  await tx`insert into tenants (id, slug, name, business_type, city, phone, time_zone, status, policy)
    values (${tenantId}, ${it.slug}, ${`Business ${n}`}, 'salon', 'Nairobi', '+254700000000', 'Africa/Nairobi', 'active', ${tx.json(policy as never)})`;
  await tx`insert into staff (tenant_id, id, name, colour, position)
    select ${tenantId}, id, 'Staff ' || at, '#0f766e', at from unnest(${staffIds}::uuid[]) with ordinality as s (id, at)`;
  await tx`insert into staff_hours (tenant_id, id, staff_id, weekday, from_minute, to_minute)
    select ${tenantId}, gen_random_uuid(), id, weekday, 480, 1200
    from unnest(${staffIds}::uuid[]) as id, generate_series(0, 6) as weekday`;
  const segments = tx.json([{ kind: "work", minutes: 30 }] as never);
  await tx`insert into services (tenant_id, id, name, category, segments, duration_minutes, price_minor, currency)
    select ${tenantId}, id, name, 'hair', ${segments}, 30, 150000, 'KES'
    from unnest(${[serviceId, newId(), newId(), newId()]}::uuid[], array['Cut', 'Wash', 'Colour', 'Shave']) as s (id, name)`;
  await tx`insert into staff_services (tenant_id, staff_id, service_id)
    select ${tenantId}, staff_id, s.id from services s, unnest(${staffIds}::uuid[]) as staff_id where s.tenant_id = ${tenantId}`;
  // The same shape that the verb leaves behind, on past days, so that no index is empty.
  await tx`create temporary table past on commit drop as
    select n, gen_random_uuid() as customer, gen_random_uuid() as booking, gen_random_uuid() as line,
      (${staffIds}::uuid[])[1 + n % ${staffEach}] as staff,
      date_trunc('day', now()) - make_interval(days => 1 + n / ${staffEach * startsPerDay})
        + interval '5 hours' + make_interval(mins => 30 * ((n / ${staffEach}) % ${startsPerDay})) as at
    from generate_series(0, ${past - 1}) as n`;
  await tx`insert into customers (tenant_id, id, name, phone, created_at)
    select ${tenantId}, customer, 'Customer ' || n, '+2541' || lpad(n::text, 8, '0'), at from past`;
  await tx`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency, booked_as, created_at)
    select ${tenantId}, booking, 'P' || n, customer, 'completed', 'api', at, at + interval '30 minutes', 150000, 'KES',
      jsonb_build_object('name', 'Customer ' || n), at from past`;
  await tx`insert into booking_lines (tenant_id, id, booking_id, position, service_id, service_name, staff_id, any_staff,
      starts_at, ends_at, segments, buffer_before_minutes, buffer_after_minutes, price_minor, currency)
    select ${tenantId}, line, booking, 0, ${serviceId}, 'Cut', staff, false, at, at + interval '30 minutes', ${segments}, 0, 0, 150000, 'KES' from past`;
  await tx`insert into occupancies (tenant_id, id, staff_id, span, source, booking_line_id)
    select ${tenantId}, gen_random_uuid(), staff, tstzrange(at, at + interval '30 minutes'), 'booking', line from past`;
  await tx`insert into visits (tenant_id, id, booking_id, customer_id, started_at, total_minor, paid_minor, currency)
    select ${tenantId}, booking, booking, customer, at, 150000, 150000, 'KES' from past`;
  await tx`insert into visit_lines (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
    select ${tenantId}, line, booking, 0, ${serviceId}, 'Cut', staff, 150000 from past`;
  await tx`insert into notifications (tenant_id, id, name, title, message, entity, entity_id, audience, customer_id, created_at)
    select ${tenantId}, gen_random_uuid(), 'booking.placed', 'Customer ' || n || ' booked Cut', '', 'booking', booking, '{desk}', customer, at from past`;
  await tx`insert into events (tenant_id, seq, name, audience, entity, entity_id, customer_id, payload, actor, created_at)
    select ${tenantId}, n + 1, 'booking.placed', '{desk}', 'booking', booking, customer,
      jsonb_build_object('bookingId', booking, 'customerId', customer, 'staffIds', jsonb_build_array(staff), 'services', '["Cut"]'::jsonb,
        'startsAt', at, 'status', 'confirmed'), '{"kind": "public", "via": "api"}', at from past`;
  await tx`update event_heads set seq = ${past} where tenant_id = ${tenantId}`;
  await tx`update event_cursors set seq = ${past} where tenant_id = ${tenantId}`;
}

async function makeSessions(sql: postgres.Sql, businesses: Business[]): Promise<string[]> {
  const userIds = Array.from({ length: sessionsMade }, () => newId());
  const sessionIds = Array.from({ length: sessionsMade }, () => newId());
  const second = userIds.map((_, n) => businesses[1 + (n % (businesses.length - 1))]!.tenantId);
  await sql`insert into users (id, email, name, password_hash)
    select id, id || '@bench.test', 'Desk', 'none' from unnest(${userIds}::uuid[]) as id`;
  await sql`insert into sessions (id, user_id, expires_at)
    select id, of_user, now() + interval '1 day' from unnest(${sessionIds}::uuid[], ${userIds}::uuid[]) as s (id, of_user)`;
  await sql`insert into members (tenant_id, user_id, role)
    select tenant_id, id, 'front_desk' from unnest(${userIds}::uuid[], ${second}::uuid[]) as m (id, tenant_id)
    union all select ${businesses[0]!.tenantId}, id, 'front_desk' from unnest(${userIds}::uuid[]) as id`;
  return sessionIds;
}

/** Cookies as next-auth makes them at sign-in. */
export const cookiesOf = (sessionIds: string[], cookieName: string, secret: string): Promise<string[]> =>
  Promise.all(
    sessionIds.map(
      async (sid) => `${cookieName}=${await encode({ token: { sub: sid, sid }, secret, maxAge: 86_400 })}`,
    ),
  );

/** Which business a stream belongs to, when `tenants` of them are looked at. */
export const businessOfStream = (made: Made, stream: number, tenants: number): Business =>
  tenants === 1 ? made.businesses[0]! : made.businesses[1 + (stream % (made.businesses.length - 1))]!;

/**
 * The n-th free slot when bookings go round `tenants` businesses. Neighbours in time come last, so that a day is as
 * full as a day is and not packed from its first hour on.
 */
export function slotAt(made: Made, n: number, tenants: number): Slot {
  const round = tenants === 1 ? made.businesses.slice(0, 1) : made.businesses.slice(1, tenants + 1);
  const business = round[n % round.length]!;
  const own = Math.floor(n / round.length);
  if (own >= slotsEach) throw new Error("the book is full: fewer seconds, please");
  const staffId = business.staffIds[own % staffEach]!;
  const day = 2 + (Math.floor(own / staffEach) % daysAhead);
  const start = Math.floor(own / (staffEach * daysAhead));
  const midnight = Math.floor((Date.now() + zoneOffsetMs) / 86_400_000) * 86_400_000 - zoneOffsetMs;
  const at = midnight + day * 86_400_000 + (480 + 30 * start) * 60_000;
  return { ...business, staffId, startsAt: new Date(at).toISOString() };
}

/** The body of the n-th booking; its name is what the event's title is recognised by. */
export const bodyOf = (slot: Slot, n: number) => ({
  lines: [{ serviceId: slot.serviceId, staffId: slot.staffId }],
  startsAt: slot.startsAt,
  customer: { name: `B${n}`, phone: `+2547${String(10_000_000 + n)}` },
});
