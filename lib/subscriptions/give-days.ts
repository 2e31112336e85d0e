import type { z } from "zod";
import { recordAudit } from "@/lib/auth/audit";
import { addDays } from "@/lib/platform/calendar";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { giveDaysInput } from "./input";
import { voidOpen } from "./internal/invoices";
import { isRunning, lockSubscription, type Subscription } from "./internal/subscription";
import { writeTerms } from "./internal/write-terms";
import { startTrial } from "./start-trial";
import { dueDay } from "./terms";

export type GiveDaysRefusal = { refusal: "no_plan_to_try" };

/** The platform lets a business go on for so many days: from the end of what it has, or from today where that is over. */
export async function giveDays(
  scope: Scope,
  { days, note }: z.output<typeof giveDaysInput>,
): Promise<Result<{ until: string }, GiveDaysRefusal>> {
  const subscription = await lockSubscription(scope);
  if (!subscription) {
    await startTrial(scope, days, note);
    const begun = await lockSubscription(scope);
    return begun ? ok({ until: begun.periodEnd }) : refuse("no_plan_to_try");
  }
  const longer = { ...subscription, ...withDays(subscription, days) };
  await voidOpen(scope);
  await writeTerms(scope, longer);
  const until = dueDay(longer);
  await recordAudit(scope, {
    action: "subscription.extended",
    entity: "subscription",
    entityId: scope.tenantId,
    before: { until: dueDay(subscription) },
    after: { until, note },
  });
  return ok({ until });
}

/** What is paid keeps its days and its price: what is given stands beside it. Whoever has ended it is not asked after it, either. */
function withDays(subscription: Subscription, days: number): Partial<Subscription> {
  const { today, periodEnd, freeDays, status, cancelsAtEnd } = subscription;
  if (!isRunning(subscription)) {
    const until = addDays(today, days);
    return {
      ...{ status: "trialing", priceMinor: 0, periodStart: today, periodEnd: until, anchorOn: until, freeDays: 0 },
      cancelsAtEnd: cancelsAtEnd || status === "cancelled",
    };
  }
  if (status === "active") return { freeDays: freeDays + days };
  const until = addDays(periodEnd, days);
  return { periodEnd: until, anchorOn: until };
}
