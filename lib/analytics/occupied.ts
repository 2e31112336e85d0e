import { lastFrom, type Span, subtract } from "@/lib/availability/spans";
import type { Minutes } from "./report-answers";

/** Somebody's time, in minutes; see lib/bookings/staff-time. */
export type Time = {
  shortest: number;
  windows: readonly Span[];
  away: readonly Span[];
  work: readonly Span[];
  kept: readonly Span[];
};

type Parts = Record<keyof Minutes, Span[]>;

/**
 * What became of the time that could be sold: sold with what is kept free around it, free, or lost because nothing they do
 * fits into what is left. `beyond`: work outside of the hours, which is in none of those.
 */
export function partsOf({ shortest, windows, away, work, kept }: Time): Parts {
  const sellable = subtract(windows, away);
  const rest = subtract(sellable, kept);
  const isHole = ({ from, to }: Span) => to - from < shortest;
  return {
    sellable,
    sold: subtract(sellable, rest),
    free: rest.filter((span) => !isHole(span)),
    lost: rest.filter(isHole),
    beyond: subtract(work, sellable),
  };
}

export const noMinutes: Minutes = { sellable: 0, sold: 0, free: 0, lost: 0, beyond: 0 };

/** The minutes of each day; the days follow one another without a gap. What runs over midnight is cut there. */
export function minutesByDay(parts: Parts, days: readonly Span[]): Minutes[] {
  const sums = days.map(() => ({ ...noMinutes }));
  for (const part of Object.keys(noMinutes) as (keyof Minutes)[]) {
    for (const span of parts[part]) {
      for (let at = Math.max(0, lastFrom(days, span.from)); at < days.length && days[at]!.from < span.to; at++) {
        sums[at]![part] += Math.max(0, Math.min(span.to, days[at]!.to) - Math.max(span.from, days[at]!.from));
      }
    }
  }
  return sums;
}

export const sumOfMinutes = (all: readonly Minutes[]): Minutes =>
  all.reduce(
    (sum, one) => ({
      sellable: sum.sellable + one.sellable,
      sold: sum.sold + one.sold,
      free: sum.free + one.free,
      lost: sum.lost + one.lost,
      beyond: sum.beyond + one.beyond,
    }),
    noMinutes,
  );
