import { memberQuestion } from "@/app/_server/route";
import { listRates } from "@/lib/payroll/list-rates";

export const GET = memberQuestion("payroll.see", (scope) => listRates(scope));
