import { type SQL, sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { type CustomersOf, customersOf, type VisitsOf, visitsOf } from "../customer-rules";
import type { CustomerFigures } from "../report-answers";
import type { Period } from "../rules";
import { periodRows, withAgainst } from "./period-rows";
import { customersWhich, customerTables, peopleSeen, visitsWhich } from "./who-counts";

type Row = Record<CustomersOf | VisitsOf | "reviews", number> &
  Record<"ever" | "paid" | "stars", string | number | null> & { known: number };

/** What is left when its rows are taken from others is not counted itself, nor what another report tells. */
const uncounted: readonly (CustomersOf | VisitsOf)[] = ["not_retained", "not_booked_again", "friend_visits"];
const counts = {
  people: customersOf.filter((name) => !uncounted.includes(name)),
  visits: visitsOf.filter((name) => !uncounted.includes(name)),
};

/** Of the period, and of the one it is compared with; in the same statement what else is told of the first one. */
export async function customerFigures<L>(scope: Scope, period: Period, timeZone: string, lists: SQL) {
  const { tx, tenantId } = scope;
  const visits = visitsWhich(scope);
  const counted = <K extends string>(names: readonly K[], which: Record<K, SQL>) =>
    sql.join(
      names.map((name) => sql`(count(*) filter (where ${which[name]}))::int as ${sql.identifier(name)}`),
      sql`, `,
    );
  const rows = await tx.execute<Row & { lists: L | null }>(sql`
    with ${customerTables(scope, periodRows(withAgainst(period), timeZone, now()))},
    who as (
      select p.nth, ${counted(counts.people, customersWhich)}, (count(o.customer_id))::int as known, sum(o.spent) as ever
      from ${peopleSeen} group by p.nth)
    select ${or0(sql`who`, [...counts.people, "known"])}, what.*, who.ever, r.reviews, r.stars,
      case p.nth when 0 then ${lists} end as lists
    from periods p left join who on who.nth = p.nth
    cross join lateral (select ${counted(counts.visits, visits)}, sum(v.paid_minor) as paid
      from visits v join people c on c.id = v.customer_id
      where v.tenant_id = ${tenantId} and v.voided_at is null and v.started_at >= p.starts and v.started_at < p.ends) what
    cross join lateral (select count(*)::int as reviews, avg(w.rating) as stars from reviews w
      where w.tenant_id = ${tenantId} and w.created_at >= p.starts and w.created_at < p.ends) r
    order by p.nth`);
  const [figures, against = null] = rows.map(figuresOf);
  return { figures: figures!, against, lists: rows[0]!.lists! };
}

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
