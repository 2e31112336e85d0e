import { reportQuestion } from "@/app/_server/report-route";
import { getRevenue } from "@/lib/analytics/get-revenue";
import { revenueQuery } from "@/lib/analytics/input";

/** What was earned in some days and by what, beside what was paid. */
export const GET = reportQuestion(revenueQuery, getRevenue);
