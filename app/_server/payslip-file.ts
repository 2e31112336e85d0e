import "server-only";
import { getPayslip } from "@/lib/payroll/get-payslip";
import { payslipPdf } from "@/lib/payroll/payslip-pdf";
import type { Language } from "@/lib/platform/format";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { notFoundProblem } from "./route";

/** Somebody's settled payslip as a file, or that there is none. */
export async function payslipFile(
  scope: Scope,
  whose: { staffId: string; periodId: string },
  language: Language,
): Promise<Response> {
  const slip = await getPayslip(scope, whose);
  if (!slip) return notFoundProblem();
  const file = await payslipPdf(slip, await houseOf(scope), language);
  return new Response(Buffer.from(file), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="payslip-${slip.from}-${slip.to}.pdf"`,
      "cache-control": "no-store",
    },
  });
}
