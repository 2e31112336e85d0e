import { reportQuestion } from "@/app/_server/report-route";
import { getProfit } from "@/lib/analytics/get-profit";
import { periodQuery } from "@/lib/analytics/input";

/** What is left of what came in, of the days that are named or of this month. */
export const GET = reportQuestion(periodQuery, getProfit);
