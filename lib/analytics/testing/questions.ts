import { listNext } from "@/lib/bookings/list-next";
import { listWaiting } from "@/lib/bookings/list-waiting";
import { topCustomers } from "@/lib/customers/top-customers";
import type { Scope } from "@/lib/tenancy/scope";
import { dailyStats } from "../daily-stats";
import { dayStats } from "../day-stats";
import { getOverview } from "../get-overview";
import { getProfit } from "../get-profit";
import { getProfitDay } from "../get-profit-day";
import { getRevenue } from "../get-revenue";
import { periodQuery, revenueQuery, revenueRowsQuery } from "../input";
import { listRevenueRows } from "../list-revenue-rows";

type Question = {
  path: string;
  ask(scope: Scope, ids: { serviceId: string; day: string }): Promise<unknown>;
};

const compared = { period: "month", compare: "before" };

/** What Today and the reports ask of the server, by their paths. Each is answered in five statements at most. */
export const questions: readonly Question[] = [
  { path: "/stats", ask: (scope) => dayStats(scope) },
  { path: "/daily-stats", ask: (scope) => dailyStats(scope) },
  { path: "/bookings?view=next", ask: (scope) => listNext(scope, { limit: 12 }) },
  { path: "/bookings?view=waiting", ask: (scope) => listWaiting(scope) },
  { path: "/top-customers", ask: (scope) => topCustomers(scope, "visits") },
  { path: "/analytics", ask: (scope) => getOverview(scope) },
  { path: "/analytics/revenue?compare=before", ask: (scope) => getRevenue(scope, revenueQuery.parse(compared)) },
  {
    path: "/analytics/revenue?period=year&compare=year",
    ask: (scope) => getRevenue(scope, revenueQuery.parse({ period: "year", compare: "year" })),
  },
  { path: "/analytics/revenue/rows", ask: (scope) => listRevenueRows(scope, revenueRowsQuery.parse({})) },
  {
    path: "/analytics/revenue/rows?service=…",
    ask: (scope, { serviceId }) => listRevenueRows(scope, revenueRowsQuery.parse({ service: serviceId })),
  },
  {
    path: "/analytics/revenue/rows?method=cash",
    ask: (scope) => listRevenueRows(scope, revenueRowsQuery.parse({ method: "cash" })),
  },
  { path: "/reports/profit?compare=before", ask: (scope) => getProfit(scope, periodQuery.parse(compared)) },
  { path: "/reports/profit/[date]", ask: (scope, { day }) => getProfitDay(scope, { day }) },
];
