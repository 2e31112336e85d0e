import { type SQL, sql } from "drizzle-orm";
import { isGone } from "@/lib/customers/gone";
import { lapsesIn } from "@/lib/customers/segments";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { activeDays, type CustomersOf, rebookDays, type VisitsOf } from "../customer-rules";

/** Over bookings: they were promised and have not been taken back. */
export const stands = (b: SQL): SQL => sql`${b}.status not in ('held', 'rejected', 'expired', 'cancelled')`;

const days = (from: SQL, to: SQL) => sql`date_part('epoch', ${to} - ${from}) / 86400`;

/**
 * `people`: all customers, and whether they are gone. `seen`: whoever was here before a period of `periods` ended: how often
 * up to then, before it, in it, and in the one before it; whether they came in it or were not overdue when it began. `ahead`:
 * whoever had booked what was to come then.
 */
export const customerTables = ({ tenantId }: Scope, periods: SQL): SQL => sql`
  periods as (select * from ${periods}),
  people as materialized (
    select c.id, c.name, c.created_at, c.archived_at, c.account_id, c.guardian_id, c.status,
      ${isGone({ tenantId: sql`c.tenant_id`, id: sql`c.id` })} as gone
    from customers c where c.tenant_id = ${tenantId}),
  seen as (
    select s.*, s.here > 0 or s.earlier > 0 and ${days(sql`s.last_earlier`, sql`p.starts`)}
        <= ${lapsesIn({ visits: sql`s.earlier`, first: sql`s.first`, last: sql`s.last_earlier` })} as comes
    from periods p cross join lateral (
      select p.nth, v.customer_id, count(*)::int as visits, min(v.started_at) as first, max(v.started_at) as last,
        sum(v.paid_minor::float8) as spent, (count(*) filter (where v.started_at < p.starts))::int as earlier,
        max(v.started_at) filter (where v.started_at < p.starts) as last_earlier,
        (count(*) filter (where v.started_at >= p.starts))::int as here,
        sum(v.paid_minor::float8) filter (where v.started_at >= p.starts) as spent_here,
        count(*) filter (where v.started_at >= p.prior and v.started_at < p.starts) as prior
      from visits v where v.tenant_id = ${tenantId} and v.voided_at is null and v.started_at < p.ends
      group by v.customer_id) s),
  ahead as (
    -- Each period asks the index for itself: joined, all bookings would be held against all periods.
    select distinct p.nth, b.customer_id from periods p cross join lateral (
      select b.customer_id from bookings b where b.tenant_id = ${tenantId}
        and b.starts_at >= p.ends and b.created_at < p.ends and ${stands(sql`b`)} offset 0) b)`;

/** Everybody as a period saw them; the tables are those above. */
export const peopleSeen = sql`periods p cross join people c left join seen o on o.nth = p.nth and o.customer_id = c.id
  left join ahead a on a.nth = p.nth and a.customer_id = c.id`;

const inBooks = sql`not c.gone and c.created_at < p.ends and (c.archived_at is null or c.archived_at >= p.ends)`;

/** Over `peopleSeen`: which of them each number counts; a number and its rows are read by the same words. */
export const customersWhich: Record<CustomersOf, SQL> = {
  total: inBooks,
  new: sql`not c.gone and c.created_at >= p.starts and c.created_at < p.ends`,
  signed_in: sql`${inBooks} and c.guardian_id is null and c.account_id is not null`,
  desk_only: sql`${inBooks} and c.guardian_id is null and c.account_id is null`,
  children: sql`${inBooks} and c.guardian_id is not null`,
  active: sql`o.last >= p.ends - make_interval(days => ${activeDays})`,
  visitors: sql`o.here > 0`,
  first_time: sql`o.here > 0 and o.earlier = 0`,
  returning: sql`o.here > 0 and o.earlier > 0`,
  prior: sql`o.prior > 0`,
  retained: sql`o.prior > 0 and o.here > 0`,
  not_retained: sql`o.prior > 0 and o.here = 0`,
  coming: sql`o.comes`,
  overdue: sql`a.customer_id is null and o.comes
    and ${days(sql`o.last`, sql`p.ends`)} > ${lapsesIn({ visits: sql`o.visits`, first: sql`o.first`, last: sql`o.last` })}`,
};

const bookedAgain = ({ tenantId }: Scope) => sql`exists (select from bookings b
  where b.tenant_id = ${tenantId} and b.customer_id = v.customer_id and b.starts_at > v.started_at
    and b.created_at < v.started_at + make_interval(days => ${rebookDays}) and b.id is distinct from v.booking_id
    and ${stands(sql`b`)})`;
/** It was so long ago that it is known. */
const hadTime = () => sql`v.started_at <= ${now().toISOString()}::timestamptz - make_interval(days => ${rebookDays})`;

/** Which visits `v` of people `c`. */
export const visitsWhich = (scope: Scope): Record<VisitsOf, SQL> => ({
  visits: sql`true`,
  paid_visits: sql`v.paid_minor > 0`,
  child_visits: sql`c.guardian_id is not null`,
  friend_visits: sql`v.paid_minor > 0 and exists (select from referrals f
    where f.tenant_id = v.tenant_id and f.customer_id = v.customer_id and v.started_at >= f.created_at)`,
  had_time: hadTime(),
  booked_again: sql`${hadTime()} and ${bookedAgain(scope)}`,
  not_booked_again: sql`${hadTime()} and not ${bookedAgain(scope)}`,
});
