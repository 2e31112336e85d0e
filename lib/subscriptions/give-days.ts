import type { z } from "zod";
import { recordAudit } from "@/lib/auth/audit";
import { addDays, daysBetween } from "@/lib/platform/calendar";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { giveDaysInput } from "./input";
import { voidOpen } from "./internal/invoices";
import { isRunning, lockSubscription } from "./internal/subscription";
import { writeTerms } from "./internal/write-terms";
import { leftOf } from "./rules";
import { startTrial } from "./start-trial";

export type GiveDaysRefusal = { refusal: "no_plan_to_try" };

/** The platform lets a business go on for so many days: from the end of what it has, or from today where that is over. */
export async function giveDays(
  scope: Scope,
  { days, note }: z.output<typeof giveDaysInput>,
): Promise<Result<{ until: string }, GiveDaysRefusal>> {
  const subscription = await lockSubscription(scope);
  if (!subscription) {
    await startTrial(scope, days);
    const begun = await lockSubscription(scope);
    return begun ? ok({ until: begun.periodEnd }) : refuse("no_plan_to_try");
  }
  const { today, periodEnd, periodStart, priceMinor, status, timeZone } = subscription;
  const isOver = !isRunning(subscription);
  const until = addDays(isOver ? today : periodEnd, days);
  await voidOpen(scope);
  // Days that are given cost nothing: what is left of what was paid is spread over all of them, and never grows.
  const left = leftOf(priceMinor, daysBetween(periodStart, today), daysBetween(periodStart, periodEnd));
  await writeTerms(scope, {
    ...subscription,
    ...(isOver ? { status: "trialing", priceMinor: 0 } : { status, priceMinor: left }),
    ...{ periodStart: today, periodEnd: until, anchorOn: until, cancelsAtEnd: false, timeZone },
  });
  await recordAudit(scope, {
    action: "subscription.extended",
    entity: "subscription",
    entityId: scope.tenantId,
    before: { until: periodEnd },
    after: { until, note },
  });
  return ok({ until });
}
