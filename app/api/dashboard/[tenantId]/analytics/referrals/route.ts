import { reportQuestion } from "@/app/_server/report-route";
import { getReferrals } from "@/lib/analytics/get-referrals";
import { periodQuery } from "@/lib/analytics/input";

/** Who came by a friend's code, and what came of it. */
export const GET = reportQuestion(periodQuery, getReferrals);
