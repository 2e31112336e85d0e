import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getPayslip } from "@/lib/payroll/get-payslip";
import { isId } from "@/lib/platform/ids";

/** What one person is due so far, or what their payslip of `?period` says. */
export const GET = memberQuestion<{ staffId: string }>("payroll.see", async (scope, _, request, { staffId }) => {
  const periodId = new URL(request.url).searchParams.get("period");
  if (!isId(staffId) || (periodId !== null && !isId(periodId))) return notFoundProblem();
  return (await getPayslip(scope, { staffId, periodId })) ?? notFoundProblem();
});
