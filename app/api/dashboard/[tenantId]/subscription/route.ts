import { memberCommand, memberQuestion } from "@/app/_server/route";
import { subscriptionReply } from "@/app/_server/subscription-refused";
import { choosePlan } from "@/lib/subscriptions/choose-plan";
import { endSubscription } from "@/lib/subscriptions/end-subscription";
import { getSubscription } from "@/lib/subscriptions/get-subscription";
import { choosePlanInput, endsInput } from "@/lib/subscriptions/input";

/** What the business has with the platform, what it uses of it, and what else there is. */
export const GET = memberQuestion("subscription.see", (scope) => getSubscription(scope));

/** Another plan, or another interval; what costs more holds once it is paid. */
export const POST = memberCommand("subscription.manage", choosePlanInput, async (scope, _, input) =>
  subscriptionReply(await choosePlan(scope, input)),
);

/** Whether it ends with what is paid, or goes on. */
export const PATCH = memberCommand("subscription.manage", endsInput, async (scope, _, input) =>
  subscriptionReply(await endSubscription(scope, input)),
);
