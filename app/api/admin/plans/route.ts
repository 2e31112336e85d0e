import { always } from "@/app/_server/proof";
import { adminCommand, adminQuestion, json } from "@/app/_server/route";
import { subscriptionReply } from "@/app/_server/subscription-refused";
import { adminActor } from "@/app/_server/visitor";
import { planInput } from "@/lib/subscriptions/input";
import { listPlans } from "@/lib/subscriptions/list-plans";
import { savePlan } from "@/lib/subscriptions/save-plan";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";

/** What the platform sells. */
export const GET = adminQuestion("platform.plans", async (visitor) => ({
  items: await readTenant(platformTenantId, await adminActor(visitor), listPlans),
}));

export const POST = adminCommand(
  "platform.plans",
  planInput,
  async (visitor, input) => {
    const saved = await withTenant(platformTenantId, await adminActor(visitor), (scope) =>
      savePlan(scope, input, "new"),
    );
    return saved.ok ? json(saved.value, 201) : subscriptionReply(saved);
  },
  always,
);
