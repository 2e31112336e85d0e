import { invalid } from "@/app/_server/problem";
import { adminQuestion } from "@/app/_server/route";
import { fieldErrors } from "@/lib/platform/field-errors";
import { subscriptionsQuery } from "@/lib/subscriptions/input";
import { listSubscriptions } from "@/lib/subscriptions/list-subscriptions";

/** Every business with what it has with the platform. */
export const GET = adminQuestion("platform.plans", async (_visitor, request) => {
  const asked = subscriptionsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listSubscriptions(asked.data) : invalid(fieldErrors(asked.error));
});
