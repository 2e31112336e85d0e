import { eq } from "drizzle-orm";
import { plans, subscriptions } from "@/db/schema/subscriptions";
import { recordAudit } from "@/lib/auth/audit";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { writeTerms } from "./internal/write-terms";
import { trialDays } from "./rules";

/** A business that opens tries a plan, once. Where the platform lets none be tried, businesses are not charged. Says whether it begins. */
export async function startTrial(scope: Scope, days = trialDays, note?: string): Promise<boolean> {
  const { tx, tenantId } = scope;
  const [plan] = await tx.select({ id: plans.id }).from(plans).where(eq(plans.tried, true));
  if (!plan) return false;
  const { timeZone } = await houseOf(scope);
  const today = localDate(now(), timeZone);
  const terms = {
    ...{ planId: plan.id, interval: "month" as const, priceMinor: 0 },
    ...{ periodStart: today, periodEnd: addDays(today, days), anchorOn: addDays(today, days) },
  };
  const [made] = await tx
    .insert(subscriptions)
    .values({ ...terms, tenantId, status: "trialing", createdAt: now() })
    .onConflictDoNothing()
    .returning({ planId: subscriptions.planId });
  if (!made) return false;
  const begun = { status: "trialing" as const, cancelsAtEnd: false, freeDays: 0, nextPlanId: null, nextInterval: null };
  await writeTerms(scope, { ...terms, ...begun, timeZone }, "new");
  await recordAudit(scope, {
    action: "subscription.tried",
    entity: "subscription",
    entityId: tenantId,
    after: { plan: plan.id, until: terms.periodEnd, ...(note ? { note } : {}) },
  });
  return true;
}
