import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getCustomer } from "@/lib/customers/get-customer";
import { serviceHistory } from "@/lib/customers/service-history";
import { timeline } from "@/lib/customers/timeline";
import { isId } from "@/lib/platform/ids";

/** Somebody's file with what they have had done and what happened lately, for who reads it whole. */
export const GET = memberQuestion<{ id: string }>("customers.see", async (scope, _, __, { id }) => {
  const customer = isId(id) ? await getCustomer(scope, id) : null;
  if (!customer) return notFoundProblem();
  const [services, latest] = await Promise.all([
    serviceHistory(scope, id),
    timeline(scope, id, { kind: undefined, cursor: undefined }),
  ]);
  return { customer, services, timeline: latest };
});
