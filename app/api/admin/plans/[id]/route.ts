import type { z } from "zod";
import { always } from "@/app/_server/proof";
import { adminCommand } from "@/app/_server/route";
import { subscriptionReply } from "@/app/_server/subscription-refused";
import { adminActor } from "@/app/_server/visitor";
import { planFacts } from "@/lib/subscriptions/input";
import { savePlan } from "@/lib/subscriptions/save-plan";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";

/** All of what a plan is, but for its short name. */
export const PUT = adminCommand<z.output<typeof planFacts>, { id: string }>(
  "platform.plans",
  planFacts,
  async (visitor, input, { id }) =>
    subscriptionReply(
      await withTenant(platformTenantId, await adminActor(visitor), (scope) =>
        savePlan(scope, { ...input, id }, "changed"),
      ),
    ),
  always,
);
