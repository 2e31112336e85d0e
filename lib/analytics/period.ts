import { addDays, addMonths, daysBetween } from "@/lib/platform/calendar";
import type { PeriodQuery } from "./input";
import { type Comparison, type Days, monthOf, type Period, type Preset } from "./rules";

/** The days that are asked for, and those they are compared with; this month when none are named. */
export function periodOf({ period, from, to, compare }: PeriodQuery, today: string): Period {
  const own = from && to ? { from, to } : null;
  const preset = own ? null : (period ?? "month");
  const days = own ?? presetDays(preset ?? "month", today);
  return {
    ...days,
    preset,
    compare: compare ?? null,
    against: compare ? daysAgainst(days, compare, today) : null,
    today,
  };
}

function presetDays(preset: Preset, today: string): Days {
  switch (preset) {
    case "today":
      return { from: today, to: today };
    case "7d":
      return { from: addDays(today, -6), to: today };
    case "30d":
      return { from: addDays(today, -29), to: today };
    case "month":
      return monthOf(today);
    case "last_month":
      return monthOf(today, -1);
    case "quarter": {
      const into = (Number(today.slice(5, 7)) - 1) % 3;
      return { from: monthOf(today, -into).from, to: monthOf(today, 2 - into).to };
    }
    case "year":
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
  }
}

/** Whole months are compared with whole months, other days with as many. Of days that are not over, only so much as has passed. */
function daysAgainst(days: Days, compare: Comparison, today: string): Days {
  const other = wholeAgainst(days, compare);
  if (today < days.from || today >= days.to) return other;
  const passed = addDays(other.from, daysBetween(days.from, today));
  return { from: other.from, to: passed < other.to ? passed : other.to };
}

/** The same, had all of these days passed. */
export function wholeAgainst(days: Days, compare: Comparison): Days {
  const found = compare === "year" ? monthsEarlier(days, 12) : daysBefore(days);
  // 366 days reach back into the same days of the year before: no day is in both.
  return found.to < days.from ? found : { from: found.from, to: addDays(days.from, -1) };
}

const isWholeMonths = ({ from, to }: Days): boolean => from.endsWith("-01") && monthOf(to).to === to;

/** As many days right before them. */
export function daysBefore(days: Days): Days {
  const to = addDays(days.from, -1);
  if (!isWholeMonths(days)) return { from: addDays(to, -daysBetween(days.from, days.to)), to };
  return monthsEarlier(days, monthsIn(days));
}

const monthsIn = ({ from, to }: Days): number => monthNumber(to) - monthNumber(from) + 1;
const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** The 29th of February has none of its own in other years: the 28th. */
function monthsEarlier(days: Days, months: number): Days {
  const to = addMonths(days.to, -months);
  return { from: addMonths(days.from, -months), to: isWholeMonths(days) ? monthOf(to).to : to };
}

/** Every day of it, the earliest first. */
export const daysOf = ({ from, to }: Days): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));
