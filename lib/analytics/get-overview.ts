import { sql } from "drizzle-orm";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { earnedOn } from "./internal/revenue-parts";
import { spansOf } from "./internal/spans";
import { sumsBy } from "./internal/sums-by";
import { periodOf } from "./period";
import { type Days, type Figures, monthOf, profitOf, sumOf } from "./rules";

export type Overview = {
  currency: string;
  /** The last thirty days, today with them. */
  recent: Days & Figures & { profitMinor: number };
  /** What lies on the shelf, at what it has cost. */
  stockValueMinor: number;
  /** Twelve months of the calendar, this one the last. */
  months: (Days & { earnedMinor: number })[];
  /** Since the first of January. */
  yearMinor: number;
  /** Of the months since the first in which anything was earned, this one with them. */
  averageMonthMinor: number;
  position: string;
};

/** How the house does: the last thirty days with what they cost, and the last twelve months. */
export async function getOverview(scope: Scope): Promise<Overview> {
  const head = await headOf(scope);
  const { currency, timeZone } = await houseOf(scope);
  const today = localDate(now(), timeZone);
  const recent = periodOf({ period: "30d" }, today);
  const year = { from: monthOf(today, -11).from, to: monthOf(today).to };
  const [sums, stockValueMinor, earned] = await Promise.all([
    sumsBy(scope, recent, "month").then(sumOf),
    stockValue(scope),
    earnedByMonth(scope, year),
  ]);
  const months = spansOf(year, "month").map((span) => ({ ...span, earnedMinor: earned.get(span.from) ?? 0 }));
  const begun = months.slice(months.findIndex(({ earnedMinor }) => earnedMinor !== 0));
  return {
    currency,
    recent: { from: recent.from, to: recent.to, ...sums, profitMinor: profitOf(sums) },
    stockValueMinor,
    months,
    yearMinor: total(months.filter(({ from }) => from.slice(0, 4) === today.slice(0, 4))),
    averageMonthMinor: Math.round(total(begun) / begun.length),
    position: writePosition(head),
  };
}

const total = (months: readonly { earnedMinor: number }[]): number =>
  months.reduce((sum, { earnedMinor }) => sum + earnedMinor, 0);

async function stockValue({ tx, tenantId }: Scope): Promise<number> {
  const [row] = await tx.execute<{ value: string }>(
    sql`select coalesce(sum(value_minor), 0) as value from stock_items where tenant_id = ${tenantId}`,
  );
  return Number(row!.value);
}

async function earnedByMonth({ tx, tenantId }: Scope, { from, to }: Days): Promise<Map<string, number>> {
  const rows = await tx.execute<{ first: string; minor: string }>(sql`
    select date_trunc('month', l.day::timestamp)::date::text as first, sum(e.credit_minor - e.debit_minor) as minor
    from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
    where l.tenant_id = ${tenantId} and l.day between ${from} and ${to} and e.account in ${earnedOn} group by 1`);
  return new Map(rows.map(({ first, minor }) => [first, Number(minor)]));
}
