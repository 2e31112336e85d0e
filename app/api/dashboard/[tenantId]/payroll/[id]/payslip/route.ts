import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getPayslip } from "@/lib/payroll/get-payslip";
import { payslipPdf } from "@/lib/payroll/payslip-pdf";
import { isId } from "@/lib/platform/ids";
import { houseOf } from "@/lib/tenancy/house-of";

/** A settled payslip as a file; whose, says `?staff`. */
export const GET = memberQuestion<{ id: string }>("payroll.see", async (scope, _, request, { id }) => {
  const staffId = new URL(request.url).searchParams.get("staff");
  if (!isId(id) || staffId === null || !isId(staffId)) return notFoundProblem();
  const slip = await getPayslip(scope, { staffId, periodId: id });
  if (!slip) return notFoundProblem();
  const file = await payslipPdf(slip, await houseOf(scope));
  return new Response(Buffer.from(file), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="payslip-${slip.from}-${slip.to}.pdf"`,
      "cache-control": "no-store",
    },
  });
});
