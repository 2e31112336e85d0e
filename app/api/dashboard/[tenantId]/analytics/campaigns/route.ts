import { reportQuestion } from "@/app/_server/report-route";
import { getCampaignResults } from "@/lib/analytics/get-campaign-results";
import { periodQuery } from "@/lib/analytics/input";

/** What came after the messages of campaigns. */
export const GET = reportQuestion(periodQuery, getCampaignResults);
