"use server";

import { z } from "zod";
import { adminAction, stopped } from "@/app/_server/action";
import { always } from "@/app/_server/proof";
import { subscriptionAnswer } from "@/app/_server/subscription-refused";
import { adminActor } from "@/app/_server/visitor";
import { helpSubscription } from "@/lib/subscriptions/help-subscription";
import { helpInput } from "@/lib/subscriptions/input";

const shape = z.object({ tenantId: z.uuid("is not an id").toLowerCase(), help: helpInput });

export const helpBusiness = adminAction(
  "platform.plans",
  shape,
  async (visitor, { tenantId, help }) => {
    const helped = await helpSubscription(tenantId, await adminActor(visitor), help);
    return helped
      ? subscriptionAnswer<object>(helped)
      : stopped("This business is no longer there.", { code: "unknown" });
  },
  always,
);
