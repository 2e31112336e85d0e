import { sql } from "drizzle-orm";
import { addDays, localDate, startOfDay } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { earnedOn } from "./internal/revenue-parts";
import { stands } from "./internal/who-counts";
import { daysOf } from "./period";

type DayOf = { date: string; revenueMinor: number; visits: number };

/** Today, the fortnight that ends with it, and what is booked for the week that begins with it. */
export type DailyStats = DayOf & {
  days: DayOf[];
  coming: { date: string; bookings: number }[];
  currency: string;
  position: string;
};

const daysBack = 14;
const daysAhead = 7;

/** What was earned and who came, day by day of the business's own calendar. */
export async function dailyStats(scope: Scope): Promise<DailyStats> {
  const head = await headOf(scope);
  const { currency, timeZone } = await houseOf(scope);
  const today = localDate(now(), timeZone);
  const [from, to] = [addDays(today, 1 - daysBack), addDays(today, daysAhead - 1)];
  const earned = await earnedOnDays(scope, from, today);
  const visits = await countOn(scope, "visits", timeZone, from, today);
  const booked = await countOn(scope, "bookings", timeZone, today, to);
  const days = daysOf({ from, to: today }).map((date) => ({
    date,
    revenueMinor: earned.get(date) ?? 0,
    visits: visits.get(date) ?? 0,
  }));
  return {
    ...days.at(-1)!,
    days,
    coming: daysOf({ from: today, to }).map((date) => ({ date, bookings: booked.get(date) ?? 0 })),
    currency,
    position: writePosition(head),
  };
}

type ByDay = { day: string; many: string };
const byDay = (rows: readonly ByDay[]) => new Map(rows.map(({ day, many }) => [day, Number(many)]));

async function earnedOnDays({ tx, tenantId }: Scope, from: string, to: string): Promise<Map<string, number>> {
  return byDay(
    await tx.execute<ByDay>(sql`
      select l.day::text as day, sum(e.credit_minor - e.debit_minor) as many
      from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
      where l.tenant_id = ${tenantId} and l.day between ${from} and ${to} and e.account in ${earnedOn} group by 1`),
  );
}

const counted = {
  visits: { at: sql`started_at`, such: sql`voided_at is null` },
  bookings: { at: sql`starts_at`, such: stands(sql`bookings`) },
};

async function countOn(
  { tx, tenantId }: Scope,
  what: keyof typeof counted,
  timeZone: string,
  from: string,
  to: string,
): Promise<Map<string, number>> {
  const { at, such } = counted[what];
  return byDay(
    await tx.execute<ByDay>(sql`
      select (${at} at time zone ${timeZone})::date::text as day, count(*) as many from ${sql.identifier(what)}
      where tenant_id = ${tenantId} and ${such} and ${at} >= ${startOfDay(from, timeZone).toISOString()}
        and ${at} < ${startOfDay(addDays(to, 1), timeZone).toISOString()} group by 1`),
  );
}
