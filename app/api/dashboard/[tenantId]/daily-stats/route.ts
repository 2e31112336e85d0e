import { memberQuestion } from "@/app/_server/route";
import { dailyStats } from "@/lib/analytics/daily-stats";

/** What was earned and who came in the last days, and what is booked for the next ones. */
export const GET = memberQuestion("reports.see", (scope) => dailyStats(scope));
