import { daysBetween, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { PeriodQuery } from "./input";
import { sumsBy } from "./internal/sums-by";
import { periodOf } from "./period";
import { type Figures, monthOf, mostDayRows, type Period, sumOf } from "./rules";

/** A day, or as much of a month as was asked for. */
export type ProfitRow = Figures & { from: string; to: string };

export type Profit = {
  from: string;
  to: string;
  period: Period;
  currency: string;
  by: "day" | "month";
  /** All of it; the rows add up to it. */
  total: Figures;
  /** Of the days it is compared with; null for none. */
  before: Figures | null;
  /** Those in which anything came or went, the earliest first. */
  rows: ProfitRow[];
  position: string;
};

/** What is left of what came in these days, after what it cost. */
export async function getProfit(scope: Scope, query: PeriodQuery): Promise<Profit> {
  const head = await headOf(scope);
  const { currency, timeZone } = await houseOf(scope);
  const today = localDate(now(), timeZone);
  const period = periodOf(query, today);
  const { from, to, against } = period;
  const by = daysBetween(from, to) < mostDayRows ? "day" : "month";
  const [rows, before] = await Promise.all([
    sumsBy(scope, period, by),
    against ? sumsBy(scope, against, "month").then(sumOf) : null,
  ]);
  const figures = rows.map(
    ({ first, ...sums }): ProfitRow => ({
      from: first < from ? from : first,
      to: by === "day" ? first : earlier(monthOf(first).to, to),
      ...sums,
    }),
  );
  return {
    from,
    to,
    period,
    currency,
    by,
    total: sumOf(figures),
    before,
    rows: figures,
    position: writePosition(head),
  };
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
