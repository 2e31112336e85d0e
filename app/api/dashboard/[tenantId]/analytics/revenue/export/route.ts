import { exportFields, reportAnswer } from "@/app/_server/report-answer";
import { reportQuestion } from "@/app/_server/report-route";
import { aboutDays, revenueFileFields } from "@/lib/analytics/input";
import { revenueReport } from "@/lib/analytics/revenue-report";

/** A part of it as a file. */
export const GET = reportQuestion(
  aboutDays({ ...revenueFileFields, ...exportFields }),
  async (scope, { part, format, ...asked }) => reportAnswer(await revenueReport(scope, asked, part), format),
);
