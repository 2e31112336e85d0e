import { type SQL, sql } from "drizzle-orm";
import { addDays, startOfDay } from "@/lib/platform/calendar";
import { daysBefore } from "../period";
import type { Days } from "../rules";

/**
 * `p`: when each of these periods begins and ends, and when the one before it began, as instants. `until`: of what is later
 * nobody knows yet.
 */
export function periodRows(all: readonly Days[], timeZone: string, until?: Date): SQL {
  const begins = (day: string) => startOfDay(day, timeZone);
  const rows = all.map((days, nth) => {
    const ends = begins(addDays(days.to, 1));
    const known = until && until < ends ? until : ends;
    return sql`(${nth}::int, ${begins(days.from).toISOString()}::timestamptz, ${known.toISOString()}::timestamptz,
      ${begins(daysBefore(days).from).toISOString()}::timestamptz)`;
  });
  return sql`(values ${sql.join(rows, sql`, `)}) p (nth, starts, ends, prior)`;
}

/** The period, and the one that it is compared with where there is one. */
export const withAgainst = (period: Days & { against: Days | null }): Days[] =>
  period.against ? [period, period.against] : [period];
