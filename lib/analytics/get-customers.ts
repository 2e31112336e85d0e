import { type SQL, sql } from "drizzle-orm";
import { nameless } from "@/lib/customers/customer-by-phone";
import { addMonths, daysBetween, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { CustomersAnswer } from "./answers";
import type { PeriodQuery } from "./input";
import { customerFigures } from "./internal/customer-figures";
import { periodRows } from "./internal/period-rows";
import { customerTables } from "./internal/who-counts";
import { periodOf } from "./period";
import { monthOf, mostDayRows } from "./rules";

const mostTop = 10;
const growthMonths = 6;

type Top = { customerId: string; name: string; visits: number; paidMinor: number };
type Month = { month: string; active: number; inactive: number; vip: number; blocked: number };
type Lists = { newcomers: { from: string; people: number }[]; growth: Month[]; byVisits: Top[]; byPaid: Top[] };

/** Who came, who came again and who stays away, in these days and in those they are compared with. */
export async function getCustomers(scope: Scope, query: PeriodQuery): Promise<CustomersAnswer> {
  const head = await headOf(scope);
  const { currency, timeZone } = await houseOf(scope);
  const period = periodOf(query, localDate(now(), timeZone));
  const by = daysBetween(period.from, period.to) < mostDayRows ? "day" : "month";
  const [figures, against = null] = await customerFigures(scope, period, timeZone);
  const { newcomers, growth, byVisits, byPaid } = await listsOf(scope, period, timeZone, by);
  return {
    period,
    figures: figures!,
    against,
    by,
    newcomers: newcomers.map(({ from, people }) => ({ from: from < period.from ? period.from : from, people })),
    growth: everyMonth(growth, monthOf(period.to).from),
    topByVisits: byVisits,
    topByPaid: byPaid,
    currency,
    position: writePosition(head),
  };
}

async function listsOf(scope: Scope, period: { from: string; to: string }, timeZone: string, by: "day" | "month") {
  const first = addMonths(monthOf(period.to).from, 1 - growthMonths);
  const local = (at: SQL) => sql`${at} at time zone ${timeZone}`;
  const top = (order: SQL) => sql`(select coalesce(json_agg(t), '[]') from (
    select c.id as "customerId", c.name, o.here as visits, o.spent_here as "paidMinor"
    from seen o join people c on c.id = o.customer_id
    where o.here > 0 and not c.gone and c.archived_at is null and c.name <> ${nameless}
    order by ${order}, lower(c.name), c.id limit ${mostTop}) t)`;
  const [row] = await scope.tx.execute<{ lists: Lists }>(sql`
    with ${customerTables(scope, periodRows([period], timeZone, now()))}
    select json_build_object(
      'newcomers', (select coalesce(json_agg(n order by n.from), '[]') from (
        select date_trunc(${sql.raw(`'${by}'`)}, ${local(sql`c.created_at`)})::date as from, count(*)::int as people
        from people c join periods p on not c.gone and c.created_at >= p.starts and c.created_at < p.ends group by 1) n),
      'growth', (select coalesce(json_agg(g), '[]') from (
        select to_char(${local(sql`c.created_at`)}, 'YYYY-MM') as month,
          count(*) filter (where c.status = 'active') as active, count(*) filter (where c.status = 'inactive') as inactive,
          count(*) filter (where c.status = 'vip') as vip, count(*) filter (where c.status = 'blocked') as blocked
        from people c join periods p on not c.gone and c.created_at < p.ends
          and c.created_at >= ${first}::timestamp at time zone ${timeZone}
        group by 1) g),
      'byVisits', ${top(sql`o.here desc, o.spent_here desc`)},
      'byPaid', ${top(sql`o.spent_here desc, o.here desc`)}) as lists`);
  return row!.lists;
}

/** Months of the calendar, those without anybody too, the earliest first. */
function everyMonth(found: readonly Month[], last: string): CustomersAnswer["growth"] {
  return Array.from({ length: growthMonths }, (_, nth) => {
    const month = addMonths(last, nth + 1 - growthMonths).slice(0, 7);
    const known = found.find((one) => one.month === month);
    const { active, inactive, vip, blocked } = known ?? { active: 0, inactive: 0, vip: 0, blocked: 0 };
    return { month, active, inactive, vip, blocked, total: active + inactive + vip + blocked };
  });
}
