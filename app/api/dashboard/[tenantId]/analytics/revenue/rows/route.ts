import { reportQuestion } from "@/app/_server/report-route";
import { revenueRowsQuery } from "@/lib/analytics/input";
import { listRevenueRows } from "@/lib/analytics/list-revenue-rows";

/** What a number of it is made of. */
export const GET = reportQuestion(revenueRowsQuery, listRevenueRows);
