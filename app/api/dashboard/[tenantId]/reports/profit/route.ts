import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { getProfit } from "@/lib/analytics/get-profit";
import { periodQuery } from "@/lib/analytics/input";
import { fieldErrors } from "@/lib/platform/field-errors";

/** What is left of what came in, of the days that are named or of this month. */
export const GET = memberQuestion("reports.see", async (scope, _, request) => {
  const asked = periodQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? getProfit(scope, asked.data) : invalid(fieldErrors(asked.error));
});
