import type { z } from "zod";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { choosePlanInput } from "./input";
import { addCredit, freeDaysAfter, putInvoice, voidOpen } from "./internal/invoices";
import { quotePlan } from "./internal/quote-plan";
import { lockSubscription } from "./internal/subscription";
import { writeTerms } from "./internal/write-terms";

export type ChooseRefusal =
  | { refusal: "not_charged" }
  | { refusal: "unknown_plan" }
  /** It costs something else than what was shown. */
  | { refusal: "other_price"; amountMinor: number };

/** `done`: it holds now, or begins when something is due next. `pay`: it holds once this is paid. */
export type Chosen = { state: "done" | "pay"; amountMinor: number };

/**
 * Another plan, or another interval. What costs more is paid for first; what costs less holds at once, and what is left of the
 * old one is kept as credit.
 */
export async function choosePlan(
  scope: Scope,
  { planId, interval, expectedMinor }: z.output<typeof choosePlanInput>,
): Promise<Result<Chosen, ChooseRefusal>> {
  const subscription = await lockSubscription(scope);
  if (!subscription) return refuse("not_charged");
  const found = await quotePlan(scope, subscription, planId, interval);
  if (!found) return refuse("unknown_plan");
  const { quote, plan } = found;
  if (expectedMinor !== undefined && expectedMinor !== quote.amountMinor)
    return refuse("other_price", { amountMinor: quote.amountMinor });
  if (quote.kind !== "same")
    await recordAudit(scope, {
      action: "subscription.chosen",
      entity: "subscription",
      entityId: scope.tenantId,
      before: { plan: subscription.planId, interval: subscription.interval },
      after: { plan: planId, interval, toPayMinor: quote.amountMinor },
    });
  if (quote.kind === "change" || quote.kind === "renewal") {
    const { kind, lines, target } = quote;
    // Nothing is paid for: what is chosen is asked for from now on. Its limits hold once it is paid.
    if (kind === "renewal") await writeTerms(scope, { ...subscription, nextPlanId: planId, nextInterval: interval });
    const invoice = await putInvoice(scope, subscription, { kind, lines, target, currency: plan.currency });
    return ok({ state: invoice.status === "paid" ? "done" : "pay", amountMinor: invoice.amountMinor });
  }
  await voidOpen(scope);
  if (quote.creditMinor > 0)
    await addCredit(scope, { amountMinor: quote.creditMinor, why: "change", source: `change ${newId()}` });
  if (quote.kind === "later") await writeTerms(scope, { ...subscription, nextPlanId: planId, nextInterval: interval });
  if (quote.kind === "credit") {
    const freeDays = await freeDaysAfter(scope, subscription, planId);
    await writeTerms(scope, { ...subscription, ...quote.target, freeDays, nextPlanId: null, nextInterval: null });
  }
  if (quote.kind === "same") recordEvent(scope, { name: "subscription.changed", tenantId: scope.tenantId });
  return ok({ state: "done", amountMinor: 0 });
}
