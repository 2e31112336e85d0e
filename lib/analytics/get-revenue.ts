import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { RevenueQuery } from "./input";
import { accountsBy, sumOfAccounts } from "./internal/accounts-by";
import { countsOf } from "./internal/counts-of";
import { type RevenueShare, sharesOf } from "./internal/shares-of";
import { spansOf, stepOf } from "./internal/spans";
import { daysOf, periodOf } from "./period";
import type { Days, Method, Period, Step } from "./rules";

export type { RevenueShare } from "./internal/shares-of";

/** What came of some days. */
export type RevenueSums = {
  /** What was earned: sold and kept, less what was let off and given back; without tax and tips. */
  earnedMinor: number;
  /** Passed through: the state's, and the people's own. */
  vatMinor: number;
  tipsMinor: number;
  /** What was let off of the prices. */
  discountsMinor: number;
  /** Money that came less what went back, whatever it was for. */
  paidMinor: number;
  givenBackMinor: number;
  sales: number;
  visits: number;
};

export type RevenueSpan = Days & { earnedMinor: number };

export type Revenue = {
  period: Period;
  currency: string;
  total: RevenueSums;
  before: RevenueSums | null;
  /** Of the sales that were made in these days, what is not paid yet. */
  owedMinor: number;
  /** The cash of a drawer that is open is told to nobody: `paid` and the methods are without it. */
  withoutDrawer: boolean;
  by: Step;
  /** All of the period, the earliest first; they add up to what was earned. So do the services with products and fees, and the people. */
  spans: RevenueSpan[];
  spansBefore: RevenueSpan[];
  services: RevenueShare[];
  products: RevenueShare[];
  feesMinor: number;
  /** Without an id: nobody's, such as a fee. */
  staff: RevenueShare[];
  categories: { name: string; minor: number }[];
  methods: { method: Method; minor: number }[];
  position: string;
};

/** What was earned in these days and by what, beside what was paid. */
export async function getRevenue(scope: Scope, query: RevenueQuery): Promise<Revenue> {
  const head = await headOf(scope);
  const { currency, timeZone } = await houseOf(scope);
  const period = periodOf(query, localDate(now(), timeZone));
  const by = stepOf(query.by, period);
  const counts = await countsOf(scope, period, timeZone);
  const accounts = await accountsBy(scope, period, counts.drawerSince);
  const shares = await sharesOf(scope, period);
  const inSpans = (days: Days, then: "now" | "before"): RevenueSpan[] =>
    spansOf(days, by).map((span) => ({
      ...span,
      earnedMinor: daysOf(span).reduce((sum, day) => sum + (accounts[then].get(day)?.earnedMinor ?? 0), 0),
    }));
  const sums = sumOfAccounts(accounts.now.values());
  const methods = { mpesa: sums.mpesaMinor, cash: sums.cashMinor, card: sums.cardMinor, other: sums.otherMinor };
  return {
    ...{ period, currency, by },
    total: { ...shown(sums), ...counts.now },
    before: period.against ? { ...shown(sumOfAccounts(accounts.before.values())), ...counts.before } : null,
    owedMinor: counts.owedMinor,
    withoutDrawer: counts.drawerSince !== null && counts.drawerSince <= period.to,
    spans: inSpans(period, "now"),
    spansBefore: period.against ? inSpans(period.against, "before") : [],
    ...shares,
    methods: Object.entries(methods).map(([method, minor]) => ({ method: method as Method, minor })),
    position: writePosition(head),
  };
}

const shown = (sums: ReturnType<typeof sumOfAccounts>) => {
  const { earnedMinor, vatMinor, tipsMinor, discountsMinor, givenBackMinor } = sums;
  const paidMinor = sums.mpesaMinor + sums.cashMinor + sums.cardMinor + sums.otherMinor;
  return { earnedMinor, vatMinor, tipsMinor, discountsMinor, paidMinor, givenBackMinor };
};
