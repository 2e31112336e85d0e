import { formatDate } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import { nextTerms, type Terms, type Wanted } from "../terms";
import { findInvoice, type Invoice, isStale, putInvoice, voidOpen } from "./invoices";
import { type Plan, planOf, wantedOf } from "./plan-of";
import { chosenOf, isRunning, type Subscription } from "./subscription";

/** `Thu 5 Mar 2026` of a date of the calendar. */
export const dayWords = (date: string): string => formatDate(`${date}T12:00:00Z`, "UTC");

/**
 * What is to be paid now: a change that was asked for today, or the period after the one that is over. An invoice of
 * yesterday's price or yesterday's days is put anew. Null when nothing is.
 */
export async function dueInvoice(scope: Scope, subscription: Subscription): Promise<Invoice | null> {
  const open = await findInvoice(scope);
  if (isRunning(subscription)) {
    if (open && !isStale(open, subscription.today)) return open;
    if (open) await voidOpen(scope);
    return null;
  }
  const chosen = chosenOf(subscription);
  const plan = (await planOf(scope, chosen.planId))!;
  const target = nextTerms(subscription, wantedOf(plan, chosen.interval), subscription.today);
  if (open?.kind === "renewal" && isSame(open.target, target)) return open;
  return putRenewal(scope, subscription, plan, target);
}

export function putRenewal(scope: Scope, subscription: Subscription, plan: Plan, target: Terms): Promise<Invoice> {
  const words = `${plan.name}, ${dayWords(target.periodStart)} to ${dayWords(target.periodEnd)}`;
  const lines = [{ text: words, amountMinor: target.priceMinor }];
  return putInvoice(scope, subscription, { kind: "renewal", target, currency: plan.currency, lines });
}

const isSame = (a: Terms, b: Terms): boolean =>
  (
    ["planId", "interval", "priceMinor", "periodStart", "periodEnd"] as const satisfies (keyof (Wanted & Terms))[]
  ).every((key) => a[key] === b[key]);
