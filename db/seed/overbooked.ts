import type { TransactionSql } from "postgres";
import { serviceIdOf, staffIdOf, tenantIdOf } from "./base";
import { type DemoBusiness, minutesOf } from "./businesses";
import { coming } from "./coming";
import { writeDeed } from "./deed";
import { insertRows, range } from "./rows";
import { demoId, demoReference, firstDemoId, lastDemoId } from "./stable";

const minute = 60_000;

/** A regular is squeezed in between, on purpose: the manager said so, and why. */
export async function leaveOverbooking(
  sql: TransactionSql,
  business: DemoBusiness,
  today: string,
  now: Date,
): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const [there] = await sql`
    select from occupancies o where o.tenant_id = ${tenant_id} and o.source = 'overbooking' and o.active and o.ends_at > ${now}`;
  const service = business.services.find(({ key }) => key === "brows");
  const able = business.staff.filter(({ does }) => does.includes("brows")).map(({ key }) => staffIdOf(business, key));
  const over = (await coming(sql, business, now)).find(
    ({ staffId, status }) => status === "confirmed" && able.includes(staffId),
  );
  if (there || !service || !over) return;
  const [customer] = await sql<{ id: string; name: string }[]>`
    select id, name from customers where tenant_id = ${tenant_id} and id between ${firstDemoId} and ${lastDemoId}
      and phone is not null and archived_at is null order by id offset 7 limit 1`;
  const [manager] = await sql<{ id: string }[]>`select id from users where email = ${`manager@${business.slug}.test`}`;
  if (!customer || !manager) return;
  const key = `booking/${business.slug}/${today}/squeezed in`;
  const [id, lineId] = [demoId(key), demoId(`${key}/line/0`)];
  const endsAt = new Date(over.startsAt.getTime() + minutesOf(service.segments) * minute);
  const madeAt = new Date(now.getTime() - 40 * minute);
  const price = service.price * 100;
  const when = { starts_at: over.startsAt, ends_at: endsAt };
  const booking = {
    tenant_id,
    id,
    reference: demoReference(key),
    customer_id: customer.id,
    status: "confirmed",
    ...when,
  };
  const made = await insertRows(sql, "bookings", [
    {
      ...booking,
      source: "desk",
      total_minor: price,
      currency: "KES",
      booked_as: { name: customer.name },
      notes: "",
      created_at: madeAt,
    },
  ]);
  if (made.size === 0) return;
  const buffers = { buffer_before_minutes: service.before ?? 0, buffer_after_minutes: service.after ?? 0 };
  await insertRows(sql, "booking_lines", [
    {
      tenant_id,
      id: lineId,
      booking_id: id,
      position: 0,
      service_id: serviceIdOf(business, service.key),
      service_name: service.name,
      staff_id: over.staffId,
      any_staff: false,
      ...when,
      segments: service.segments,
      ...buffers,
      price_minor: price,
      currency: "KES",
      addons: [],
    },
  ]);
  const time = { tenant_id, id: demoId(`${key}/time`), staff_id: over.staffId, span: range(over.startsAt, endsAt) };
  await insertRows(
    sql,
    "occupancies",
    [{ ...time, lanes: "[0,)", active: true, source: "overbooking", booking_line_id: lineId, ...buffers }],
    "fresh",
  );
  await writeDeed(
    sql,
    business,
    { action: "booking.overbooked", entity: "booking", entityId: id, at: madeAt },
    manager.id,
    {
      before: {},
      after: { startsAt: over.startsAt.toISOString(), reason: "A regular before her flight; both know" },
    },
  );
}
