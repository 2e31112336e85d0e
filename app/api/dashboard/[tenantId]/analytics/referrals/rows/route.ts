import { reportQuestion } from "@/app/_server/report-route";
import { listReferralRows } from "@/lib/analytics/referral-rows";
import { referralRowsQuery } from "@/lib/analytics/rows-input";

/** Who came by a code, and who brought them. */
export const GET = reportQuestion(referralRowsQuery, listReferralRows);
