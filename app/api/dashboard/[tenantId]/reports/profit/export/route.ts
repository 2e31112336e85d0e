import { invalid } from "@/app/_server/problem";
import { exportFields, reportAnswer } from "@/app/_server/report-answer";
import { memberQuestion } from "@/app/_server/route";
import { aboutDays } from "@/lib/analytics/input";
import { profitReport } from "@/lib/analytics/profit-report";
import { fieldErrors } from "@/lib/platform/field-errors";

const query = aboutDays(exportFields);

/** The same figures as a file, with their sum in the last row. */
export const GET = memberQuestion("reports.see", async (scope, _, request) => {
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  return reportAnswer(await profitReport(scope, asked.data), asked.data.format);
});
