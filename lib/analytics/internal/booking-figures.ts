import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import { statuses } from "@/lib/bookings/rules";
import type { Scope } from "@/lib/tenancy/scope";
import { type BookingsOf, bookingsOf, sources } from "../booking-rules";
import type { BookingFigures } from "../report-answers";
import type { Period } from "../rules";
import { bookingsWhich, bookingTables, sourceIs } from "./booking-counts";
import { periodRows, withAgainst } from "./period-rows";

type Row = Record<BookingsOf, number> & {
  by_status: BookingFigures["byStatus"];
  by_source: BookingFigures["bySource"];
  waitlist: BookingFigures["waitlist"];
  average: number | null;
  median: number | null;
};

/** Of the period, and of the one it is compared with, in one statement. */
export async function bookingFigures(scope: Scope, period: Period, timeZone: string): Promise<BookingFigures[]> {
  const { tx, tenantId } = scope;
  const count = (which: ReturnType<typeof sql>) => sql`coalesce(sum(b.n) filter (where ${which}), 0)::int`;
  const list = (parts: ReturnType<typeof sql>[]) => sql.join(parts, sql`, `);
  const lead = sql`date_part('epoch', b.starts_at - b.created_at)`;
  const rows = await tx.execute<Row>(sql`
    with ${bookingTables(scope, periodRows(withAgainst(period), timeZone))},
    alike as (
      select nth, status, source, come, visited, ended_by, late, from_file, at_desk, count(*) as n
      from found group by nth, status, source, come, visited, ended_by, late, from_file, at_desk),
    leads as (
      select b.nth, avg(${lead}) / 60 as average, percentile_cont(0.5) within group (order by ${lead}) / 60 as median
      from found b where ${bookingsWhich.lead} group by b.nth),
    sums as (
      select b.nth, ${list(bookingsOf.map((name) => sql`${count(bookingsWhich[name])} as ${sql.identifier(name)}`))},
        json_build_object(${list(statuses.map((name) => sql`${name}::text, ${count(sql`b.status = ${name}`)}`))}) as by_status,
        json_build_object(${list(sources.map((name) => sql`${name}::text, ${count(sourceIs[name])}`))}) as by_source
      from alike b group by b.nth)
    select sums.*, leads.average, leads.median, json_build_object(
      'joined', (select count(*) from waitlist_entries e
        where e.tenant_id = ${tenantId} and e.created_at >= p.starts and e.created_at < p.ends),
      'offered', (select count(*) from waitlist_offers f
        where f.tenant_id = ${tenantId} and f.created_at >= p.starts and f.created_at < p.ends),
      'taken', (select count(*) from waitlist_offers f
        where f.tenant_id = ${tenantId} and f.created_at >= p.starts and f.created_at < p.ends and f.outcome = 'taken')
      ) as waitlist
    from periods p left join sums on sums.nth = p.nth left join leads on leads.nth = p.nth order by p.nth`);
  return rows.map(figuresOf);
}

const none = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<BookingStatus, number>;
const minutes = (of: number | null): number | null => (of === null ? null : Math.round(of));

const figuresOf = (row: Row): BookingFigures => ({
  made: row.made ?? 0,
  byStatus: row.by_status ?? none,
  converted: { part: row.converted ?? 0, of: row.come ?? 0 },
  cancelled: { part: row.cancelled ?? 0, of: row.promised ?? 0 },
  cancelledByCustomer: row.cancelled_by_customer ?? 0,
  cancelledByHouse: row.cancelled_by_house ?? 0,
  cancelledLate: row.cancelled_late ?? 0,
  noShows: { part: row.no_shows ?? 0, of: row.expected ?? 0 },
  averageLeadMinutes: minutes(row.average),
  medianLeadMinutes: minutes(row.median),
  bySource: row.by_source ?? { page: 0, api: 0, desk: 0, walk_in: 0, file: 0 },
  waitlist: row.waitlist,
});
