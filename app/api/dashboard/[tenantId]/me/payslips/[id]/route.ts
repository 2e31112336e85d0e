import { payslipFile } from "@/app/_server/payslip-file";
import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";

/** One's own settled payslip as a file; nobody else's, whatever the role. */
export const GET = memberQuestion<{ id: string }>("earnings.own", async (scope, { membership, visitor }, _, { id }) =>
  isId(id) && membership.staffId
    ? payslipFile(scope, { staffId: membership.staffId, periodId: id }, visitor.user.language)
    : notFoundProblem(),
);
