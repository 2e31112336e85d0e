import type { TransactionSql } from "postgres";
import { entryOf } from "@/lib/events/catalogue";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId, firstDemoId, lastDemoId } from "./stable";
import { users } from "./users";

const hour = 3_600_000;

type Fresh = {
  id: string;
  customerId: string;
  name: string;
  status: string;
  startsAt: Date;
  createdAt: Date;
  services: string[];
  staffIds: string[];
};

/** What customers booked online in the last two days, in words; older ones have been read. */
export async function seedNotices(sql: TransactionSql, business: DemoBusiness, now: Date): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const fresh = await sql<Fresh[]>`
    select b.id, b.customer_id as "customerId", b.booked_as->>'name' as name, b.status, b.starts_at as "startsAt",
      b.created_at as "createdAt", array_agg(l.service_name order by l.position) as services,
      array_agg(distinct l.staff_id) as "staffIds"
    from bookings b join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
    where b.tenant_id = ${tenant_id} and b.id between ${firstDemoId} and ${lastDemoId} and b.source = 'public'
      and b.created_at between ${new Date(now.getTime() - 48 * hour)} and ${now}
    group by b.tenant_id, b.id order by b.created_at desc limit 14`;
  const notices = fresh.map(({ id, customerId, name, status, startsAt, createdAt, services, staffIds }) => {
    const event = {
      name: "booking.placed",
      bookingId: id,
      customerId,
      staffIds,
      services,
      startsAt: startsAt.toISOString(),
      status,
    } as const;
    const entry = entryOf("booking.placed");
    const { entity, entityId } = entry.entity(event);
    return {
      tenant_id,
      id: demoId(`notice/${id}`),
      name: event.name,
      ...entry.words(event, { customerName: name, timeZone: business.timeZone }),
      entity,
      entity_id: entityId,
      audience: entry.audience(event),
      customer_id: customerId,
      created_at: createdAt,
    };
  });
  const made = await insertRows(sql, "notifications", notices);
  const readers = users.filter(({ of }) => of?.slug === business.slug).map(({ email }) => email);
  const ids = await sql<{ id: string }[]>`select id from users where email in ${sql(readers)}`;
  const old = notices.filter(({ id, created_at }) => made.has(id) && now.getTime() - created_at.getTime() > 6 * hour);
  await insertRows(
    sql,
    "notification_reads",
    old.flatMap((notice) =>
      ids.map(({ id }) => ({ tenant_id, user_id: id, notification_id: notice.id, read_at: now })),
    ),
  );
}
