import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { serviceHistory } from "@/lib/customers/service-history";
import { isId } from "@/lib/platform/ids";

/** What they have had done, how often, and by whom. */
export const GET = memberQuestion<{ id: string }>("customers.see", async (scope, _, __, { id }) => {
  const services = isId(id) ? await serviceHistory(scope, id) : null;
  return services ? { services } : notFoundProblem();
});
