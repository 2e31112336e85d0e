import { memberQuestion } from "@/app/_server/route";
import { getOverview } from "@/lib/analytics/get-overview";

/** How the house does: the last thirty days with what they cost, and twelve months. */
export const GET = memberQuestion("reports.see", (scope) => getOverview(scope));
