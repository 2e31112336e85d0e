import { reportAnswer } from "@/app/_server/report-answer";
import { reportQuestion } from "@/app/_server/report-route";
import { fileQuery } from "@/lib/analytics/input";
import { profitReport } from "@/lib/analytics/profit-report";

/** The same figures as a file, with their sum in the last row. */
export const GET = reportQuestion(fileQuery, async (scope, { format, ...asked }, reader) =>
  reportAnswer(await profitReport(scope, asked, reader), format),
);
