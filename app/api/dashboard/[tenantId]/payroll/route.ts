import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { getPayroll } from "@/lib/payroll/get-payroll";
import { periodQuery } from "@/lib/payroll/input";
import { fieldErrors } from "@/lib/platform/field-errors";

/** What everybody is due so far, and what is settled. */
export const GET = memberQuestion("payroll.see", async (scope, _, request) => {
  const asked = periodQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? getPayroll(scope, asked.data.to) : invalid(fieldErrors(asked.error));
});
