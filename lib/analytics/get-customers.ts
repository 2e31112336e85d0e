import { type SQL, sql } from "drizzle-orm";
import { nameless } from "@/lib/customers/customer-by-phone";
import { addMonths, daysBetween, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { PeriodQuery } from "./input";
import { customerFigures } from "./internal/customer-figures";
import { periodOf } from "./period";
import type { CustomersAnswer } from "./report-answers";
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
  const { figures, against, lists } = await customerFigures<Lists>(
    scope,
    period,
    timeZone,
    listsOf(period, timeZone, by),
  );
  const { growth, byVisits, byPaid } = lists;
  return {
    period,
    figures,
    against,
    by,
    newcomers: lists.newcomers.map(({ from, people }) => ({ from: from < period.from ? period.from : from, people })),
    growth: everyMonth(growth, lastMonth(period)),
    topByVisits: byVisits,
    topByPaid: byPaid,
    currency,
    position: writePosition(head),
  };
}

type Ends = { to: string; today: string };
/** The first day of the last month of them that has begun. */
const lastMonth = ({ to, today }: Ends): string => monthOf(to < today ? to : today).from;

/** Over the tables of customers, of the period that is asked for. */
function listsOf(period: Ends, timeZone: string, by: "day" | "month"): SQL {
  const first = addMonths(lastMonth(period), 1 - growthMonths);
  const made = sql`c.created_at at time zone ${timeZone}`;
  const top = (order: SQL) => sql`(select coalesce(json_agg(t), '[]') from (
    select c.id as "customerId", c.name, o.here as visits, o.spent_here as "paidMinor"
    from seen o join people c on c.id = o.customer_id
    where o.nth = 0 and o.here > 0 and not c.gone and c.archived_at is null and c.name <> ${nameless}
    order by ${order}, lower(c.name), c.id limit ${mostTop}) t)`;
  const status = (is: string) => sql`count(*) filter (where c.status = ${is}) as ${sql.identifier(is)}`;
  return sql`json_build_object(
    'newcomers', (select coalesce(json_agg(n order by n.from), '[]') from (
      select date_trunc(${sql.raw(`'${by}'`)}, ${made})::date as from, count(*)::int as people
      from people c join periods q on q.nth = 0 and not c.gone and c.created_at >= q.starts and c.created_at < q.ends
      group by 1) n),
    'growth', (select coalesce(json_agg(g), '[]') from (
      select to_char(${made}, 'YYYY-MM') as month, ${status("active")}, ${status("inactive")}, ${status("vip")}, ${status("blocked")}
      from people c join periods q on q.nth = 0 and not c.gone and c.created_at < q.ends
        and c.created_at >= ${first}::timestamp at time zone ${timeZone} group by 1) g),
    'byVisits', ${top(sql`o.here desc, o.spent_here desc`)},
    'byPaid', ${top(sql`o.spent_here desc, o.here desc`)})`;
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
