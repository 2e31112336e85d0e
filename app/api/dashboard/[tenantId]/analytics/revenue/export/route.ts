import { reportAnswer } from "@/app/_server/report-answer";
import { reportQuestion } from "@/app/_server/report-route";
import { revenueFileQuery } from "@/lib/analytics/input";
import { revenueReport } from "@/lib/analytics/revenue-report";

/** A part of it as a file. */
export const GET = reportQuestion(revenueFileQuery, async (scope, { part, format, ...asked }, reader) =>
  reportAnswer(await revenueReport(scope, asked, part, reader), format),
);
