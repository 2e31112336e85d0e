import { sql } from "drizzle-orm";
import type { SubscriptionMove } from "@/lib/events/catalogue";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { insertTogether } from "@/lib/platform/insert-together";
import { once } from "@/lib/platform/once";
import { ok } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { planOf } from "./internal/plan-of";

const job = { kind: "system", job: "tell of move" } as const;

/** The platform learns, once, that a business tries a plan, has paid, changed, owes or has gone. */
export async function tellOfMove(scope: Scope, event: { tenantId: string; move?: SubscriptionMove }): Promise<void> {
  const { move, tenantId } = event;
  if (!move) return;
  const [{ name }, plan] = [await houseOf(scope), await planOf(scope, move.plan)];
  const moved = {
    name: "subscription.moved",
    tenantId,
    business: name,
    what: wordsOf(move, plan?.name ?? move.plan),
  } as const;
  await withTenant(platformTenantId, job, async (platform) => {
    await platform.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`move ${move.id}`}, 0))`);
    await once(platform, "subscription moved", { key: move.id }, async () => {
      await insertTogether(platform, [
        notificationOf(platform, moved, { customerName: null, timeZone: "Africa/Nairobi" }),
      ]);
      recordEvent(platform, moved);
      return ok(null);
    });
  });
}

function wordsOf({ status, was, wasPlan, plan }: SubscriptionMove, name: string): string {
  if (status !== was) {
    if (status === "trialing") return `tries ${name}`;
    if (status === "active") return `has paid for ${name}`;
    return status === "past_due" ? "owes for its subscription" : "has no subscription any more";
  }
  return plan === wasPlan ? `has ${name}` : `changed to ${name}`;
}
