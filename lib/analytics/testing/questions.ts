import { listNext } from "@/lib/bookings/list-next";
import { listWaiting } from "@/lib/bookings/list-waiting";
import { topCustomers } from "@/lib/customers/top-customers";
import { rewardStats } from "@/lib/rewards/reward-stats";
import type { Scope } from "@/lib/tenancy/scope";
import { listBookingRows } from "../booking-rows";
import { listBroughtRows } from "../brought-rows";
import { broughtOf } from "../brought-rules";
import { listCustomerRows } from "../customer-rows";
import { dailyStats } from "../daily-stats";
import { dayStats } from "../day-stats";
import { getCampaignResults } from "../get-campaign-results";
import { getCustomers } from "../get-customers";
import { getOccupancy } from "../get-occupancy";
import { getOperations } from "../get-operations";
import { getOverview } from "../get-overview";
import { getProfit } from "../get-profit";
import { getProfitDay } from "../get-profit-day";
import { getReferrals } from "../get-referrals";
import { getRevenue } from "../get-revenue";
import { periodQuery, revenueQuery, revenueRowsQuery } from "../input";
import { listRevenueRows } from "../list-revenue-rows";
import { listReferralRows } from "../referral-rows";
import { bookingRowsQuery, broughtRowsQuery, customerRowsQuery, referralRowsQuery } from "../rows-input";

type Question = {
  path: string;
  ask(scope: Scope, ids: { serviceId: string; day: string }): Promise<unknown>;
};

const years = { period: "year", compare: "year" };
const compared = { period: "month", compare: "before" };

/** What Today and the reports ask of the server, by their paths. Each is answered in five statements at most. */
export const questions: readonly Question[] = [
  { path: "/stats", ask: (scope) => dayStats(scope) },
  { path: "/daily-stats", ask: (scope) => dailyStats(scope) },
  { path: "/bookings?view=next", ask: (scope) => listNext(scope, { limit: 12 }) },
  { path: "/bookings?view=waiting", ask: (scope) => listWaiting(scope) },
  { path: "/top-customers", ask: (scope) => topCustomers(scope, "visits") },
  { path: "/top-customers?by=spend", ask: (scope) => topCustomers(scope, "spend") },
  { path: "/rewards/stats", ask: (scope) => rewardStats(scope) },
  { path: "/analytics", ask: (scope) => getOverview(scope) },
  { path: "/analytics/revenue?compare=before", ask: (scope) => getRevenue(scope, revenueQuery.parse(compared)) },
  {
    path: "/analytics/revenue?period=year&compare=year",
    ask: (scope) => getRevenue(scope, revenueQuery.parse(years)),
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
  { path: "/analytics/customers?compare=before", ask: (scope) => getCustomers(scope, periodQuery.parse(compared)) },
  {
    path: "/analytics/customers?period=year&compare=year",
    ask: (scope) => getCustomers(scope, periodQuery.parse(years)),
  },
  {
    path: "/analytics/customers/rows?of=total",
    ask: (scope) => listCustomerRows(scope, customerRowsQuery.parse({ of: "total" })),
  },
  {
    path: "/analytics/customers/rows?of=booked_again",
    ask: (scope) => listCustomerRows(scope, customerRowsQuery.parse({ of: "booked_again" })),
  },
  { path: "/analytics/operations?compare=before", ask: (scope) => getOperations(scope, periodQuery.parse(compared)) },
  {
    path: "/analytics/operations?period=year&compare=year",
    ask: (scope) => getOperations(scope, periodQuery.parse(years)),
  },
  {
    path: "/analytics/operations/rows?of=made",
    ask: (scope) => listBookingRows(scope, bookingRowsQuery.parse({ of: "made" })),
  },
  { path: "/analytics/occupancy?compare=before", ask: (scope) => getOccupancy(scope, periodQuery.parse(compared)) },
  { path: "/analytics/referrals?compare=before", ask: (scope) => getReferrals(scope, periodQuery.parse(compared)) },
  { path: "/analytics/referrals/rows", ask: (scope) => listReferralRows(scope, referralRowsQuery.parse({})) },
  ...broughtOf.map((of) => ({
    path: `/analytics/brought?of=${of}`,
    ask: (scope: Scope) => listBroughtRows(scope, broughtRowsQuery.parse({ of })),
  })),
  {
    path: "/analytics/campaigns?compare=before",
    ask: (scope) => getCampaignResults(scope, periodQuery.parse(compared)),
  },
  { path: "/reports/profit?compare=before", ask: (scope) => getProfit(scope, periodQuery.parse(compared)) },
  { path: "/reports/profit/[date]", ask: (scope, { day }) => getProfitDay(scope, { day }) },
];
