import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getPeriod } from "@/lib/payroll/get-payslip";
import { isId } from "@/lib/platform/ids";

export const GET = memberQuestion<{ id: string }>("payroll.see", async (scope, _, __, { id }) => {
  const period = isId(id) ? await getPeriod(scope, id) : null;
  return period ?? notFoundProblem();
});
