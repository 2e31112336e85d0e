import { sql } from "drizzle-orm";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { PeriodQuery } from "./input";
import { bookingFigures } from "./internal/booking-figures";
import { periodRows } from "./internal/period-rows";
import { stands } from "./internal/who-counts";
import { periodOf } from "./period";
import type { OperationsAnswer } from "./report-answers";
import type { Days } from "./rules";

const mostPeaks = 5;

/** What became of the bookings for these days, and when most of them begin. */
export async function getOperations(scope: Scope, query: PeriodQuery): Promise<OperationsAnswer> {
  const head = await headOf(scope);
  const { timeZone } = await houseOf(scope);
  const period = periodOf(query, localDate(now(), timeZone));
  const [figures, against = null] = await bookingFigures(scope, period, timeZone);
  const busy = await busyTimes(scope, period, timeZone);
  return { period, figures: figures!, against, ...busy, position: writePosition(head) };
}

type Busy = { weekday: number | null; hour: number | null; day: string | null; bookings: number };

/** By the clocks of the house, hours of the week and dates in one reading. */
async function busyTimes({ tx, tenantId }: Scope, days: Days, timeZone: string) {
  const rows = await tx.execute<Busy>(sql`
    with hours as (
      select date_trunc('hour', b.starts_at at time zone ${timeZone}) as begun, count(*) as n
      from ${periodRows([days], timeZone)} join bookings b on b.tenant_id = ${tenantId}
        and b.starts_at >= p.starts and b.starts_at < p.ends and ${stands(sql`b`)} group by 1)
    select weekday, hour, day::text, sum(n)::int as bookings from (
      select extract(dow from begun)::int as weekday, extract(hour from begun)::int as hour, begun::date as day, n from hours) t
    group by grouping sets ((weekday, hour), (day)) order by weekday, hour`);
  return {
    hours: rows.flatMap(({ weekday, hour, bookings }) =>
      weekday === null || hour === null ? [] : [{ weekday, hour, bookings }],
    ),
    peakDays: rows
      .flatMap(({ day, bookings }) => (day === null ? [] : [{ day, bookings }]))
      .sort((a, b) => b.bookings - a.bookings || (a.day < b.day ? -1 : 1))
      .slice(0, mostPeaks),
  };
}
