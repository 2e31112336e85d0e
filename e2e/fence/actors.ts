import type postgres from "postgres";
import { newId, sha256 } from "@/lib/platform/ids";
import { newPhone } from "../support/api";
import { addMember, type Member, openHouse } from "../support/house";
import { portalCookie } from "../support/portal";
import type { House } from "../support/realtime";
import type { App } from "../support/test";

export const actorNames = [
  "anonymous",
  "customer",
  "staff",
  "desk",
  "manager",
  "owner",
  "removed",
  "suspended",
  "ownerB",
  "admin",
  "expired",
  // The password was right; the second factor is still to come.
  "owesFactor",
] as const;
export type ActorName = (typeof actorNames)[number];

/** Whom a request speaks for, and whose ids it names. */
export type Cast = {
  houses: { a: House; b: House };
  cookies: Record<ActorName, string>;
  /** What stands for `[tenantId]`, `[slug]` and `[id]` when this actor asks. */
  home(actor: ActorName): Place;
  a: Place;
  b: Place;
  /** All businesses that a request of the fence can name. */
  tenantIds: string[];
};
export type Place = {
  tenantId: string;
  slug: string;
  bookingId: string;
  visitId: string;
  customerId: string;
  userId: string;
  staffId: string;
  serviceId: string;
  /** Opens the page of that booking. */
  token: string;
  /** Somebody in the queue there and somebody on the waitlist, with what opens the page of each. */
  ticketId: string;
  ticketToken: string;
  entryId: string;
  waitToken: string;
  /** Something sold there, and what opens its receipt. */
  saleId: string;
  receiptToken: string;
  /** Leads out of the advertising of that business. */
  optOutToken: string;
};

/** Two businesses with everybody in A whom the fence tells apart, and a third that is suspended. */
export async function castOf(app: App): Promise<Cast> {
  const { database, sql } = app;
  const [a, b, closed] = await Promise.all([1, 2, 3].map(() => openHouse(database)));
  const staffId = a!.staffIds[0]!;
  const [staff, desk, manager, removed, expired, owesFactor, admin] = await Promise.all([
    addMember(database, a!.tenantId, "staff", staffId),
    addMember(database, a!.tenantId, "front_desk"),
    addMember(database, a!.tenantId, "manager"),
    addMember(database, a!.tenantId, "owner"),
    addMember(database, a!.tenantId, "owner"),
    addMember(database, a!.tenantId, "owner"),
    addMember(database, b!.tenantId, "staff"),
  ]);
  await sql`update members set removed_at = now() where user_id in ${sql([removed!.userId, admin!.userId])}`;
  await sql`update users set platform_admin = true where id = ${admin!.userId}`;
  await sql`update sessions set expires_at = now() - interval '1 minute' where id = ${expired!.sessionId}`;
  await sql`update sessions set awaits_second_factor = true where id = ${owesFactor!.sessionId}`;
  await sql`update tenants set status = 'suspended' where id = ${closed!.tenantId}`;
  const placeOf = async (house: House): Promise<Place> => {
    const [bookingId, token] = [await bookingIn(sql, house), newId()];
    await sql`insert into access_tokens (hash, tenant_id, kind, subject_id)
      values (${sha256(token)}, ${house.tenantId}, 'booking', ${bookingId})`;
    const optOutToken = newId();
    const [booked] = await sql<{ customerId: string }[]>`
      select customer_id as "customerId" from bookings where id = ${bookingId}`;
    await sql`insert into access_tokens (hash, tenant_id, kind, subject_id)
      values (${sha256(optOutToken)}, ${house.tenantId}, 'opt_out', ${booked!.customerId})`;
    return {
      tenantId: house.tenantId,
      optOutToken,
      customerId: booked!.customerId,
      slug: house.slug,
      userId: house.owner.userId,
      staffId: house.staffIds[0]!,
      serviceId: house.serviceIds[0]!,
      bookingId,
      token,
      visitId: (await visitOf(sql, bookingId)).id,
      ...(await queuedIn(sql, house)),
      ...(await waitingIn(sql, house)),
      ...(await soldIn(sql, house)),
    };
  };
  const [placeA, placeB, placeClosed] = await Promise.all([placeOf(a!), placeOf(b!), placeOf(closed!)]);
  const cookie = (member: Member) => member.cookie;
  const phone = newPhone();
  await bookingIn(sql, a!, phone);
  const customer = await portalCookie(app, a!.slug, phone);
  // Their first look makes the house's customer theirs, which is nothing that a test should find changed.
  await fetch(`${app.url}/portal/${a!.slug}`, { headers: { cookie: customer } });
  return {
    houses: { a: a!, b: b! },
    a: placeA,
    b: placeB,
    tenantIds: [a!, b!, closed!].map(({ tenantId }) => tenantId),
    home: (actor) => (actor === "suspended" ? placeClosed : placeA),
    cookies: {
      anonymous: "",
      customer,
      staff: cookie(staff!),
      desk: cookie(desk!),
      manager: cookie(manager!),
      owner: cookie(a!.owner),
      removed: cookie(removed!),
      suspended: cookie(closed!.owner),
      ownerB: cookie(b!.owner),
      admin: cookie(admin!),
      expired: cookie(expired!),
      owesFactor: cookie(owesFactor!),
    },
  };
}

const guestIn = async (sql: postgres.Sql, tenantId: string): Promise<string> => {
  const id = newId();
  await sql`insert into customers (tenant_id, id, name) values (${tenantId}, ${id}, 'Somebody')`;
  return id;
};

const tokenFor = async (sql: postgres.Sql, tenantId: string, kind: string, id: string): Promise<string> => {
  const token = newId();
  await sql`insert into access_tokens (hash, tenant_id, kind, subject_id) values (${sha256(token)}, ${tenantId}, ${kind}, ${id})`;
  return token;
};

/** Somebody in today's queue. */
export async function queuedIn(sql: postgres.Sql, { tenantId, serviceIds }: House) {
  const ticketId = newId();
  await sql`insert into queue_tickets (tenant_id, id, day, number, turn, customer_id, service_id)
    select ${tenantId}, ${ticketId}, d.day, n.number, n.number, ${await guestIn(sql, tenantId)}, ${serviceIds[0]!}
    from (select (now() at time zone time_zone)::date::text as day from tenants where id = ${tenantId}) d,
      (select coalesce(max(number), 0) + 1 as number from queue_tickets where tenant_id = ${tenantId}) n`;
  return { ticketId, ticketToken: await tokenFor(sql, tenantId, "ticket", ticketId) };
}

/** Somebody who waits for a time of a day far off. */
export async function waitingIn(sql: postgres.Sql, { tenantId, serviceIds }: House) {
  const entryId = newId();
  const windows = JSON.stringify([{ from: "2031-03-03", to: "2031-03-03", fromMinute: 0, toMinute: 1_440 }]);
  await sql`insert into waitlist_entries (tenant_id, id, customer_id, name, service_id, windows, first_date, last_date, source)
    values (${tenantId}, ${entryId}, ${await guestIn(sql, tenantId)}, 'Somebody', ${serviceIds[0]!}, ${windows}::text::jsonb,
      '2031-03-03', '2031-03-03', 'desk')`;
  return { entryId, waitToken: await tokenFor(sql, tenantId, "waitlist", entryId) };
}

/** Something that was sold and let off in full. */
export async function soldIn(sql: postgres.Sql, { tenantId, serviceIds, staffIds }: House) {
  const saleId = newId();
  await sql`with numbered as (
      insert into tills (tenant_id, last_number) values (${tenantId}, 1)
      on conflict (tenant_id) do update set last_number = tills.last_number + 1 returning last_number)
    insert into sales (tenant_id, id, number, status, subtotal_minor, discount_minor, discount_reason, total_minor, currency,
      closed_at)
    select ${tenantId}, ${saleId}, last_number, 'closed', 1000, 1000, 'Made good', 0, 'KES', now() from numbered`;
  await sql`insert into sale_lines (tenant_id, id, sale_id, position, service_id, name, staff_id, quantity, unit_minor, discount_minor)
    values (${tenantId}, ${newId()}, ${saleId}, 0, ${serviceIds[0]!}, 'Cut', ${staffIds[0]!}, 1, 1000, 1000)`;
  return { saleId, receiptToken: await tokenFor(sql, tenantId, "receipt", saleId) };
}

/** A visit of today that came of this booking. */
export async function visitOf(sql: postgres.Sql, bookingId: string): Promise<{ id: string; lineId: string }> {
  const [id, lineId] = [newId(), newId()];
  await sql`insert into visits (tenant_id, id, booking_id, customer_id, started_at, total_minor, paid_minor, currency)
    select tenant_id, ${id}, id, customer_id, now(), total_minor, 0, currency from bookings where id = ${bookingId}`;
  await sql`insert into visit_lines (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
    select tenant_id, ${lineId}, ${id}, 0, service_id, service_name, staff_id, price_minor
    from booking_lines where booking_id = ${bookingId}`;
  return { id, lineId };
}

/** A booking of tomorrow, of somebody with this phone. */
export async function bookingIn(sql: postgres.Sql, house: House, phone = newPhone()): Promise<string> {
  const [customerId, bookingId] = [newId(), newId()];
  const { tenantId } = house;
  await sql`insert into customers (tenant_id, id, name, phone) values (${tenantId}, ${customerId}, 'Somebody', ${phone})`;
  await sql`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency, booked_as)
    values (${tenantId}, ${bookingId}, ${bookingId.slice(-6).toUpperCase()}, ${customerId}, 'confirmed', 'desk', now() + interval '50 days',
      now() + interval '50 days 30 minutes', 1000, 'KES', '{"name":"Somebody"}')`;
  await sql`insert into booking_lines (tenant_id, id, booking_id, position, service_id, service_name, staff_id, any_staff, starts_at, ends_at,
      segments, buffer_before_minutes, buffer_after_minutes, price_minor, currency)
    values (${tenantId}, ${newId()}, ${bookingId}, 0, ${house.serviceIds[0]!}, 'Cut', ${house.staffIds[0]!}, false, now() + interval '50 days',
      now() + interval '50 days 30 minutes', '[{"kind":"work","minutes":30}]', 0, 0, 1000, 'KES')`;
  return bookingId;
}
