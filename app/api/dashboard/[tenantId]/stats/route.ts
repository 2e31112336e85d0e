import { memberQuestion } from "@/app/_server/route";
import { dayStats } from "@/lib/analytics/day-stats";

export const GET = memberQuestion("today.see", (scope) => dayStats(scope));
