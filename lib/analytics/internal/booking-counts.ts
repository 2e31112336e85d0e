import { type SQL, sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import type { BookingsOf, Source } from "../booking-rules";
import { stands } from "./who-counts";

/** Of the last time that `b` was cancelled. Within a case: the others are not looked up at all. */
const ofEnd = (what: SQL): SQL => sql`case when b.status = 'cancelled' then (select ${what} from booking_changes h
  where h.tenant_id = b.tenant_id and h.booking_id = b.id and h.to_status = 'cancelled'
  order by h.created_at desc, h.id desc limit 1) end`;

/**
 * `b`: the bookings that begin in the periods `p`, whether they became visits, and how those came to an end that were
 * cancelled. `shown`: what else of each; for the figures a whole year is kept in between, and what is not counted costs there.
 */
export const bookingTables = ({ tenantId }: Scope, periods: SQL, shown: SQL = sql``): SQL => sql`
  periods as (select * from ${periods}),
  found as (
    select ${shown} p.nth, b.status, b.source, b.starts_at, b.created_at,
      b.starts_at <= ${now().toISOString()}::timestamptz as come, v.id is not null as visited,
      ${ofEnd(sql`h.by_kind`)} as ended_by, ${ofEnd(sql`h.created_at > b.free_until`)} as late, i.made_id is not null as from_file,
      b.source = 'desk' and b.created_at >= b.starts_at - interval '5 minutes' as at_desk
    from periods p join bookings b on b.tenant_id = ${tenantId} and b.starts_at >= p.starts and b.starts_at < p.ends
    left join visits v on v.tenant_id = b.tenant_id and v.booking_id = b.id and v.voided_at is null
    left join (select distinct r.made_id from import_rows r where r.tenant_id = ${tenantId} and r.made_id is not null) i
      on i.made_id = b.id)`;

/** Over `b` of `found`: how it came in. Whoever was written down when their time had come was standing at the desk. */
export const sourceIs: Record<Source, SQL> = {
  file: sql`b.from_file`,
  walk_in: sql`not b.from_file and b.at_desk`,
  desk: sql`not b.from_file and b.source = 'desk' and not b.at_desk`,
  page: sql`not b.from_file and b.source = 'public'`,
  api: sql`not b.from_file and b.source = 'api'`,
};

const promised = sql`b.status not in ('requested', 'held', 'rejected', 'expired')`;
const cancelled = sql`b.status = 'cancelled'`;
const byCustomer = sql`${cancelled} and b.ended_by = 'customer'`;

/** Over `b` of `found`: which of them each number counts; a number and its rows are read by the same words. */
export const bookingsWhich: Record<BookingsOf, SQL> = {
  made: sql`true`,
  come: sql`b.come`,
  converted: sql`b.come and b.visited`,
  not_converted: sql`b.come and not b.visited`,
  promised,
  cancelled,
  cancelled_by_customer: byCustomer,
  cancelled_by_house: sql`${cancelled} and b.ended_by is distinct from 'customer'`,
  cancelled_late: sql`${byCustomer} and b.late`,
  expected: sql`b.come and ${promised} and not ${cancelled}`,
  no_shows: sql`b.come and b.status = 'no_show'`,
  standing: stands(sql`b`),
  lead: sql`${stands(sql`b`)} and not b.from_file and not b.at_desk`,
};
