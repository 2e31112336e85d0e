import { type SQL, sql } from "drizzle-orm";
import { addDays, startOfDay } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { type CustomersOf, customersOf, type VisitsOf, visitsOf } from "../customer-rules";
import type { CustomerFigures } from "../report-answers";
import type { Days, Period } from "../rules";
import { periodRows, withAgainst } from "./period-rows";
import { customersWhich, customerTables, peopleSeen, visitsWhich } from "./who-counts";

type Row = Record<CustomersOf | VisitsOf | "reviews", number> &
  Record<"ever" | "paid" | "stars", string | number | null> & { known: number };

/** What is left when its rows are taken from others is not counted itself, nor what another report tells. */
const uncounted: readonly (CustomersOf | VisitsOf)[] = ["not_retained", "not_booked_again", "friend_visits"];
/** Counted where it is a condition: held against all bookings at once, not asked for visit by visit. */
const apart: readonly VisitsOf[] = ["booked_again"];
const counts = {
  people: customersOf.filter((name) => !uncounted.includes(name)),
  visits: visitsOf.filter((name) => !uncounted.includes(name) && !apart.includes(name)),
};

/** Of the period, and of the one it is compared with; in the same statement what else is told of the first one. */
export async function customerFigures<L>(scope: Scope, period: Period, timeZone: string, lists: SQL) {
  const { tx, tenantId } = scope;
  const visits = visitsWhich(scope);
  const ofPeriod = sql`v.tenant_id = ${tenantId} and v.voided_at is null and v.started_at >= p.starts and v.started_at < p.ends`;
  const counted = <K extends string>(names: readonly K[], which: Record<K, SQL>) =>
    sql.join(
      names.map((name) => sql`(count(*) filter (where ${which[name]}))::int as ${sql.identifier(name)}`),
      sql`, `,
    );
  const periods = withAgainst(period);
  // Sent along: a plan that is kept for any days guesses few, and asks for the bookings of a year one visit at a time.
  const planned = tx.execute(sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`);
  const counting = tx.execute<Row & { lists: L | null }>(sql`
    with ${customerTables(scope, periodRows(periods, timeZone, now()))},
    who as (
      select p.nth, ${counted(counts.people, customersWhich)}, (count(o.customer_id))::int as known, sum(o.spent) as ever
      from ${peopleSeen} group by p.nth),
    again as (
      select p.nth, count(*)::int as booked_again from periods p
      join visits v on ${ofPeriod} and ${withinAll(periods, timeZone)} where ${visits.booked_again} group by p.nth)
    select ${or0(sql`who`, [...counts.people, "known"])}, ${or0(sql`again`, apart)}, what.*,
      who.ever, r.reviews, r.stars,
      case p.nth when 0 then ${lists} end as lists
    from periods p left join who on who.nth = p.nth left join again on again.nth = p.nth
    cross join lateral (select ${counted(counts.visits, visits)}, sum(v.paid_minor) as paid
      from visits v join people c on c.id = v.customer_id where ${ofPeriod}) what
    cross join lateral (select count(*)::int as reviews, avg(w.rating) as stars from reviews w
      where w.tenant_id = ${tenantId} and w.created_at >= p.starts and w.created_at < p.ends) r
    order by p.nth`);
  const [, rows] = await Promise.all([planned, counting]);
  const [figures, against = null] = rows.map(figuresOf);
  return { figures: figures!, against, lists: rows[0]!.lists! };
}

/** Said once more of all periods, in values that the planner can see: whether they are a month or a year decides the way. */
const withinAll = (periods: readonly Days[], timeZone: string): SQL => {
  const first = periods.map(({ from }) => from).reduce((a, b) => (a < b ? a : b));
  const last = periods.map(({ to }) => to).reduce((a, b) => (a > b ? a : b));
  return sql`v.started_at >= ${startOfDay(first, timeZone).toISOString()}::timestamptz
    and v.started_at < ${startOfDay(addDays(last, 1), timeZone).toISOString()}::timestamptz`;
};

/** Where there is nobody there is no row to count. */
const or0 = (table: SQL, names: readonly string[]): SQL =>
  sql.join(
    names.map((name) => sql`coalesce(${table}.${sql.identifier(name)}, 0) as ${sql.identifier(name)}`),
    sql`, `,
  );

const average = (sum: string | number | null, of: number): number | null =>
  of === 0 ? null : Math.round(Number(sum) / of);

const figuresOf = (row: Row): CustomerFigures => ({
  total: row.total,
  newcomers: row.new,
  signedIn: row.signed_in,
  deskOnly: row.desk_only,
  children: row.children,
  active: row.active,
  visitors: row.visitors,
  firstTimers: row.first_time,
  returning: row.returning,
  retained: { part: row.retained, of: row.prior },
  bookedAgain: { part: row.booked_again, of: row.had_time },
  overdue: { part: row.overdue, of: row.coming },
  visits: row.visits,
  childVisits: row.child_visits,
  paidMinor: Number(row.paid ?? 0),
  visitsEach: row.visitors === 0 ? null : Math.round((row.visits / row.visitors) * 100) / 100,
  averageVisitMinor: average(row.paid, row.paid_visits),
  lifetimeMinor: average(row.ever, row.known),
  rating: row.stars === null ? null : Math.round(Number(row.stars) * 10) / 10,
  reviews: row.reviews,
});
