import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import type { CustomerFigures } from "../answers";
import { type CustomersOf, customersOf, type VisitsOf, visitsOf } from "../customer-rules";
import type { Period } from "../rules";
import { periodRows, withAgainst } from "./period-rows";
import { customersWhich, customerTables, visitsWhich } from "./who-counts";

type Row = Record<CustomersOf | VisitsOf | "reviews", number> &
  Record<"spent" | "ever" | "paid" | "stars", string | null> & { known: number };

/** Of the period, and of the one it is compared with, in one statement. */
export async function customerFigures(scope: Scope, period: Period, timeZone: string): Promise<CustomerFigures[]> {
  const { tx, tenantId } = scope;
  const people = customersWhich(scope);
  const visits = visitsWhich(scope);
  const counted = <K extends string>(names: readonly K[], which: Record<K, ReturnType<typeof sql>>) =>
    sql.join(
      names.map((name) => sql`(count(*) filter (where ${which[name]}))::int as ${sql.identifier(name)}`),
      sql`, `,
    );
  const rows = await tx.execute<Row>(sql`
    with ${customerTables(scope, periodRows(withAgainst(period), timeZone, now()))},
    who as (
      select p.nth, ${counted(customersOf, people)}, (count(o.customer_id))::int as known, sum(o.spent) as ever
      from periods p cross join people c left join seen o on o.nth = p.nth and o.customer_id = c.id group by p.nth),
    what as (
      select p.nth, ${counted(visitsOf, visits)}, sum(v.paid_minor) as paid
      from periods p join visits v on v.tenant_id = ${tenantId} and v.voided_at is null
        and v.started_at >= p.starts and v.started_at < p.ends
      join people c on c.id = v.customer_id group by p.nth)
    select who.*, ${sql.join(
      visitsOf.map((name) => sql`coalesce(what.${sql.identifier(name)}, 0) as ${sql.identifier(name)}`),
      sql`, `,
    )}, what.paid, r.reviews, r.stars
    from periods p left join who on who.nth = p.nth left join what on what.nth = p.nth
    cross join lateral (select count(*)::int as reviews, avg(w.rating) as stars from reviews w
      where w.tenant_id = ${tenantId} and w.created_at >= p.starts and w.created_at < p.ends) r
    order by p.nth`);
  return rows.map(figuresOf);
}

const average = (sum: string | null, of: number): number | null => (of === 0 ? null : Math.round(Number(sum) / of));

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
