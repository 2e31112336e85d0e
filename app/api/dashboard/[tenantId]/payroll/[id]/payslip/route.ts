import { payslipFile } from "@/app/_server/payslip-file";
import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";

/** A settled payslip as a file; whose, says `?staff`. */
export const GET = memberQuestion<{ id: string }>("payroll.see", async (scope, { visitor }, request, { id }) => {
  const staffId = new URL(request.url).searchParams.get("staff");
  return isId(id) && staffId !== null && isId(staffId)
    ? payslipFile(scope, { staffId, periodId: id }, visitor.user.language)
    : notFoundProblem();
});
