import { type SQL, sql } from "drizzle-orm";
import { addDays, startOfDay } from "@/lib/platform/calendar";
import { daysBefore, wholeAgainst } from "../period";
import type { Days, Period } from "../rules";

/** Days of which only a part is looked at have the others before them of the whole. */
type Looked = Days & { whole?: Days };

/**
 * `p`: when each of these periods begins and ends, and when the one before it began, as instants. `until`: of what is later
 * nobody knows yet.
 */
export function periodRows(all: readonly Looked[], timeZone: string, until?: Date): SQL {
  const begins = (day: string) => startOfDay(day, timeZone);
  const rows = all.map((days, nth) => {
    const ends = begins(addDays(days.to, 1));
    const known = until && until < ends ? until : ends;
    return sql`(${nth}::int, ${begins(days.from).toISOString()}::timestamptz, ${known.toISOString()}::timestamptz,
      ${begins(daysBefore(days.whole ?? days).from).toISOString()}::timestamptz)`;
  });
  return sql`(values ${sql.join(rows, sql`, `)}) p (nth, starts, ends, prior)`;
}

/** The period, and the one that it is compared with where there is one. */
export const withAgainst = (period: Period): Looked[] =>
  period.against && period.compare
    ? [period, { ...period.against, whole: wholeAgainst(period, period.compare) }]
    : [period];
