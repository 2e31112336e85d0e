"use server";

import { z } from "zod";
import { adminAction } from "@/app/_server/action";
import { always } from "@/app/_server/proof";
import { subscriptionAnswer } from "@/app/_server/subscription-refused";
import { adminActor } from "@/app/_server/visitor";
import { planInput } from "@/lib/subscriptions/input";
import { savePlan } from "@/lib/subscriptions/save-plan";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";

const shape = planInput.extend({ isNew: z.boolean("is yes or no") });

export const keepPlan = adminAction(
  "platform.plans",
  shape,
  async (visitor, { isNew, ...plan }) =>
    subscriptionAnswer(
      await withTenant(platformTenantId, await adminActor(visitor), (scope) =>
        savePlan(scope, plan, isNew ? "new" : "changed"),
      ),
    ),
  always,
);
