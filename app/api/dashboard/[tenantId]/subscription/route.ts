import { memberCommand, memberErrandQuestion } from "@/app/_server/route";
import { subscriptionReply } from "@/app/_server/subscription-refused";
import { choosePlan } from "@/lib/subscriptions/choose-plan";
import { endSubscription } from "@/lib/subscriptions/end-subscription";
import { forgetPayer } from "@/lib/subscriptions/forget-payer";
import { getSubscription } from "@/lib/subscriptions/get-subscription";
import { changeSubscriptionInput, choosePlanInput } from "@/lib/subscriptions/input";

/** What the business has with the platform, what it uses of it, and what else there is. */
export const GET = memberErrandQuestion("subscription.see", ({ actor }, { tenantId }) =>
  getSubscription(tenantId, actor),
);

/** Another plan, or another interval; what costs more holds once it is paid. */
export const POST = memberCommand("subscription.manage", choosePlanInput, async (scope, _, input) =>
  subscriptionReply(await choosePlan(scope, input)),
);

/** Whether it ends with what is paid, or goes on; or that nobody is asked unasked. */
export const PATCH = memberCommand("subscription.manage", changeSubscriptionInput, async (scope, _, input) =>
  subscriptionReply<object>("ends" in input ? await endSubscription(scope, input) : await forgetPayer(scope)),
);
