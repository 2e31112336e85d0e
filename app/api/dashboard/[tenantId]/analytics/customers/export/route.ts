import { reportAnswer } from "@/app/_server/report-answer";
import { reportQuestion } from "@/app/_server/report-route";
import { fileQuery } from "@/lib/analytics/input";
import { customersReport } from "@/lib/analytics/insight-reports";

/** The same numbers as a file. */
export const GET = reportQuestion(fileQuery, async (scope, { format, ...asked }, reader) =>
  reportAnswer(await customersReport(scope, asked, reader), format),
);
