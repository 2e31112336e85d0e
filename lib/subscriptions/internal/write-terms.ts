import { sql } from "drizzle-orm";
import type { BillingInterval, SubscriptionStatus } from "@/db/schema/subscriptions";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { nextLook, type Terms, worksUntil } from "../terms";

type Written = Terms & {
  status: SubscriptionStatus;
  cancelsAtEnd: boolean;
  freeDays: number;
  nextPlanId: string | null;
  nextInterval: BillingInterval | null;
  timeZone: string;
};

/** How it stands from now on: with until when the business works by it, when it is looked at next, and who hears of it. */
export async function writeTerms(scope: Scope, terms: Written, as: "new" | "changed" = "changed"): Promise<void> {
  const { tx, tenantId } = scope;
  const { planId, interval, status, periodStart, periodEnd, priceMinor, anchorOn, cancelsAtEnd, timeZone } = terms;
  const { freeDays, nextPlanId, nextInterval } = terms;
  const isOther = nextPlanId !== null && (nextPlanId !== planId || nextInterval !== interval);
  const [had] = await tx.execute<{ status: SubscriptionStatus; planId: string }>(sql`
    select status, plan_id as "planId" from subscriptions where tenant_id = ${tenantId}`);
  await tx.execute(sql`
    update subscriptions set plan_id = ${planId}, interval = ${interval}, status = ${status}, period_start = ${periodStart},
      period_end = ${periodEnd}, price_minor = ${priceMinor}, anchor_on = ${anchorOn}, cancels_at_end = ${cancelsAtEnd},
      free_days = ${freeDays}, next_plan_id = ${isOther ? nextPlanId : null}, next_interval = ${isOther ? nextInterval : null}
    where tenant_id = ${tenantId}`);
  await tx.execute(sql`
    update tenants set works_until = ${worksUntil(terms, timeZone).toISOString()} where id = ${tenantId}`);
  await planLook(scope, nextLook(terms, timeZone, now()));
  const was = as === "new" ? null : had!.status;
  const isMove = status !== was || planId !== had!.planId;
  const move = { id: newId(), status, was, plan: planId, wasPlan: had!.planId };
  recordEvent(scope, { name: "subscription.changed", tenantId, ...(isMove ? { move } : {}) });
}

/** It is looked at then, and at no other time that was planned before. */
export async function planLook(scope: Scope, at: Date | null): Promise<void> {
  const lookAt = at?.toISOString() ?? null;
  await scope.tx.execute(sql`update subscriptions set next_look_at = ${lookAt} where tenant_id = ${scope.tenantId}`);
  if (at && lookAt) await planDue(scope, { kind: "look_at_subscription", at, payload: { lookAt } });
}
