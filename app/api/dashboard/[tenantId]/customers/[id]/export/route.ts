import { exportAnswer } from "@/app/_server/export-answer";
import { memberErrandQuestion, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";
import { exportCustomer } from "@/lib/records/export-customer";
import { withTenant } from "@/lib/tenancy/with-tenant";

/** Everything held of a customer; that it was taken out is written down. */
export const GET = memberErrandQuestion<{ id: string }>(
  "customers.export",
  async ({ actor }, { tenantId, id }, request) => {
    if (!isId(id)) return notFoundProblem();
    return exportAnswer(request, () => withTenant(tenantId, actor, (scope) => exportCustomer(scope, id)));
  },
);
