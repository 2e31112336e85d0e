import { sql } from "drizzle-orm";
import type { SubscriptionStatus } from "@/db/schema/subscriptions";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { nextLook, type Terms, worksUntil } from "../terms";

type Written = Terms & { status: SubscriptionStatus; cancelsAtEnd: boolean; timeZone: string };

/** How it stands from now on: with until when the business works by it, when it is looked at next, and who hears of it. */
export async function writeTerms(scope: Scope, terms: Written): Promise<void> {
  const { tx, tenantId } = scope;
  const { planId, interval, status, periodStart, periodEnd, priceMinor, anchorOn, cancelsAtEnd, timeZone } = terms;
  const lookAt = nextLook(terms, timeZone, now());
  const [was] = await tx.execute<{ status: SubscriptionStatus; planId: string }>(sql`
    select status, plan_id as "planId" from subscriptions where tenant_id = ${tenantId}`);
  await tx.execute(sql`
    update subscriptions set plan_id = ${planId}, interval = ${interval}, status = ${status}, period_start = ${periodStart},
      period_end = ${periodEnd}, price_minor = ${priceMinor}, anchor_on = ${anchorOn}, cancels_at_end = ${cancelsAtEnd},
      next_look_at = ${lookAt?.toISOString() ?? null}
    where tenant_id = ${tenantId}`);
  await tx.execute(sql`
    update tenants set works_until = ${worksUntil(terms, timeZone).toISOString()} where id = ${tenantId}`);
  if (lookAt)
    await planDue(scope, { kind: "look_at_subscription", at: lookAt, payload: { lookAt: lookAt.toISOString() } });
  const move = { id: newId(), status, was: was!.status, plan: planId, wasPlan: was!.planId };
  const isMove = status !== was!.status || planId !== was!.planId;
  recordEvent(scope, { name: "subscription.changed", tenantId, ...(isMove ? { move } : {}) });
}
