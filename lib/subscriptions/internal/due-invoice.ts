import type { Scope } from "@/lib/tenancy/scope";
import { nextTerms, type Terms } from "../terms";
import { findInvoice, type Invoice, isStale, putInvoice, voidOpen } from "./invoices";
import { lineOf, planOf, wantedOf } from "./plan-of";
import { chosenOf, isRunning, type Subscription } from "./subscription";

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
  const { currency } = plan;
  return putInvoice(scope, subscription, { kind: "renewal", target, currency, lines: [lineOf(plan, target)] });
}

const isSame = (a: Terms, b: Terms): boolean =>
  (["planId", "interval", "priceMinor", "periodStart", "periodEnd"] as const).every((key) => a[key] === b[key]);
