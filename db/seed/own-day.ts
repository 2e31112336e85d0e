import type { TransactionSql } from "postgres";
import { staffIdOf, tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { demoId, firstDemoId, lastDemoId } from "./stable";
import { users } from "./users";

const minutes = 45;

/** Whoever signs in to serve has something of their own to do, and somebody to be careful with; each only when there is none. */
export async function leaveOwnDay(
  sql: TransactionSql,
  business: DemoBusiness,
  today: string,
  now: Date,
): Promise<void> {
  const login = users.find(({ of }) => of?.slug === business.slug && of.role === "staff");
  if (!login?.of?.staff) return;
  const staffId = staffIdOf(business, login.of.staff);
  await leaveBlock(sql, business, { staffId, today, now });
  await leaveAllergy(sql, business, { staffId, today });
}

type Own = { staffId: string; today: string; now: Date };

/** In the first gap of their hours that is long enough, in these days. */
async function leaveBlock(sql: TransactionSql, business: DemoBusiness, { staffId, today, now }: Own): Promise<void> {
  const tenant_id = tenantIdOf(business);
  await sql`
    with gap as (
      select at, at + ${minutes} * interval '1 minute' as until
      from staff_hours h
      join (select ${today}::date + n as day from generate_series(0, 6) n) d on extract(dow from d.day) = h.weekday
      cross join lateral (select (d.day + m * interval '1 minute') at time zone ${business.timeZone} as at
        from generate_series(h.from_minute, h.to_minute - ${minutes}, 15) m) s
      where h.tenant_id = ${tenant_id} and h.staff_id = ${staffId} and at > ${now}::timestamptz + interval '20 minutes'
        and not exists (select from occupancies o where o.tenant_id = ${tenant_id} and o.staff_id = ${staffId} and o.active
          and o.span && tstzrange(at, at + ${minutes} * interval '1 minute'))
        and not exists (select from time_off f where f.tenant_id = ${tenant_id} and f.staff_id = ${staffId}
          and f.status in ('asked', 'approved') and f.span && tstzrange(at, at + ${minutes} * interval '1 minute'))
        and not exists (select from business_days b where b.tenant_id = ${tenant_id} and b.date = d.day)
        and not exists (select from staff_days w where w.tenant_id = ${tenant_id} and w.staff_id = ${staffId} and w.date = d.day)
        and not exists (select from blocks k where k.tenant_id = ${tenant_id} and k.ends_at > ${now})
      order by at limit 1
    ), kept as (
      insert into blocks (tenant_id, id, staff_id, starts_at, ends_at, reason, created_at)
      select ${tenant_id}, ${demoId(`block/${staffId}/${now.toISOString()}`)}, ${staffId}, at, until, 'Colour order with the supplier', ${now}
      from gap returning *
    )
    insert into occupancies (tenant_id, id, staff_id, span, source, block_id)
    select tenant_id, gen_random_uuid(), staff_id, tstzrange(starts_at, ends_at), 'block', id from kept`;
}

/** Whoever comes next, when none of the next ones has any. */
async function leaveAllergy(sql: TransactionSql, business: DemoBusiness, { staffId, today }: Omit<Own, "now">) {
  const tenant_id = tenantIdOf(business);
  await sql`
    with mine as (
      select c.id, c.allergies, l.starts_at from booking_lines l
      join bookings b on b.tenant_id = l.tenant_id and b.id = l.booking_id
      join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
      where l.tenant_id = ${tenant_id} and l.staff_id = ${staffId} and c.id between ${firstDemoId} and ${lastDemoId}
        and (l.starts_at at time zone ${business.timeZone})::date between ${today}::date and ${today}::date + 2
        and b.status in ('confirmed', 'arrived', 'in_service')
      order by l.starts_at limit 3
    )
    update customers set allergies = 'Ammonia: take the ammonia-free colour',
      notes = case when notes = '' then 'Likes the window seat, tea without sugar' else notes end
    where tenant_id = ${tenant_id} and id = (select id from mine order by starts_at limit 1)
      and not exists (select from mine where allergies <> '')`;
}
