"use server";

import { z } from "zod";
import { adminAction, done, stopped } from "@/app/_server/action";
import { always } from "@/app/_server/proof";
import { subscriptionAnswer } from "@/app/_server/subscription-refused";
import { adminActor } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { helpSubscription } from "@/lib/subscriptions/help-subscription";
import { helpInput, soundInput } from "@/lib/subscriptions/input";
import { settleDoubt } from "@/lib/subscriptions/settle-doubt";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";

const shape = z.object({ tenantId: z.uuid("is not an id").toLowerCase(), help: helpInput });

export const helpBusiness = adminAction(
  "platform.plans",
  shape,
  async (visitor, { tenantId, help }) => {
    const helped = await helpSubscription(tenantId, await adminActor(visitor), help);
    if (helped) return subscriptionAnswer<object>(helped);
    const say = await sayHere();
    return stopped(say("This business is no longer there."), { code: "unknown" });
  },
  always,
);

export const seenDoubt = adminAction("platform.payments", soundInput, async (visitor, input) => {
  const seen = await withTenant(platformTenantId, await adminActor(visitor), (scope) => settleDoubt(scope, input));
  if (seen.ok) return done(seen.value);
  const say = await sayHere();
  return stopped(say("Somebody was quicker, or something has come up since. Look again."), {
    code: seen.refusal,
  });
});
