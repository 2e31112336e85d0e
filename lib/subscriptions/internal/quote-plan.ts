import type { BillingInterval, InvoiceLine } from "@/db/schema/subscriptions";
import { addDays } from "@/lib/platform/calendar";
import { formatCalendarDate } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import { creditUsed } from "../rules";
import { changeOf, nextTerms, type Terms } from "../terms";
import { lineOf, type Plan, planOf, wantedOf } from "./plan-of";
import { chosenOf, isFree, isRunning, type Subscription } from "./subscription";

/**
 * What another plan would cost now. `later`: nothing, it begins when something is due next. `credit`: nothing, and what is
 * left is kept for the next invoice.
 */
export type Quote = {
  kind: "same" | "later" | "credit" | "change" | "renewal";
  lines: InvoiceLine[];
  /** What is to be paid now, after the credit. */
  amountMinor: number;
  /** What is added to the credit. */
  creditMinor: number;
  currency: string;
  target: Terms;
};

export function quoteOf(subscription: Subscription, plan: Plan, had: Plan, interval: BillingInterval): Quote {
  const wanted = wantedOf(plan, interval);
  const nothing = { lines: [], amountMinor: 0, creditMinor: 0, currency: plan.currency };
  if (!isRunning(subscription)) {
    const target = nextTerms(subscription, wanted, subscription.today);
    return charged(subscription, "renewal", target, [lineOf(plan, target)], plan.currency);
  }
  const chosen = chosenOf(subscription);
  if (plan.id === chosen.planId && interval === chosen.interval)
    return { ...nothing, kind: "same", target: termsOf(subscription) };
  if (isFree(subscription) || (plan.id === had.id && interval === subscription.interval))
    return { ...nothing, kind: "later", target: termsOf(subscription) };
  const { target, newMinor, leftMinor } = changeOf(termsOf(subscription), wanted, subscription.today);
  if (newMinor <= leftMinor) return { ...nothing, kind: "credit", target, creditMinor: leftMinor - newMinor };
  const lines = [
    lineOf(plan, target, { from: subscription.today, amountMinor: newMinor }),
    {
      text: `Left of ${had.name}, paid until ${formatCalendarDate(addDays(subscription.periodEnd, -1))}`,
      amountMinor: -leftMinor,
    },
  ];
  return charged(subscription, "change", target, lines, plan.currency);
}

function charged(
  { creditMinor }: Subscription,
  kind: "change" | "renewal",
  target: Terms,
  lines: InvoiceLine[],
  currency: string,
): Quote {
  const wholeMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const used = creditUsed(wholeMinor, creditMinor);
  return { kind, lines, amountMinor: wholeMinor - used, creditMinor: 0, currency, target };
}

const termsOf = ({ planId, interval, priceMinor, periodStart, periodEnd, anchorOn }: Subscription): Terms => ({
  ...{ planId, interval, priceMinor, periodStart, periodEnd, anchorOn },
});

/** The same with the plans looked up; null for a plan that is not to be had. */
export async function quotePlan(
  scope: Scope,
  subscription: Subscription,
  planId: string,
  interval: BillingInterval,
): Promise<{ quote: Quote; plan: Plan } | null> {
  const [plan, had] = [await planOf(scope, planId), await planOf(scope, subscription.planId)];
  if (!plan || !had || (!plan.offered && plan.id !== had.id)) return null;
  return { quote: quoteOf(subscription, plan, had, interval), plan };
}
