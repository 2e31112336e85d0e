import { reportQuestion } from "@/app/_server/report-route";
import { listBroughtRows } from "@/lib/analytics/brought-rows";
import { broughtRowsQuery } from "@/lib/analytics/rows-input";

/** What messages, friends and the waitlist brought. */
export const GET = reportQuestion(broughtRowsQuery, listBroughtRows);
