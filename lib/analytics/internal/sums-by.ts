import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { Days, Figures } from "../rules";
import { whatCounts } from "./what-counts";

/** What makes up profit, by the first day of each day or month in which anything came or went. */
export async function sumsBy(
  scope: Scope,
  { from, to }: Days,
  by: "day" | "month",
): Promise<(Figures & { first: string })[]> {
  const rows = await scope.tx.execute<Record<keyof Figures, string> & { first: string }>(sql`
    select date_trunc(${by}, c.day::timestamp)::date::text as first,
      coalesce(sum(minor) filter (where part = 'revenue'), 0) as "revenueMinor",
      coalesce(sum(minor) filter (where part = 'stock'), 0) as "stockMinor",
      coalesce(sum(minor) filter (where part = 'expenses'), 0) as "expensesMinor",
      coalesce(sum(minor) filter (where part = 'earnings'), 0) as "earningsMinor"
    from ${whatCounts(scope, from, to)} c group by 1 order by 1`);
  return rows.map(({ first, revenueMinor, stockMinor, expensesMinor, earningsMinor }) => ({
    first,
    revenueMinor: Number(revenueMinor),
    stockMinor: Number(stockMinor),
    expensesMinor: Number(expensesMinor),
    earningsMinor: Number(earningsMinor),
  }));
}
