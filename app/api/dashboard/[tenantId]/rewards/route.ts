import { memberQuestion } from "@/app/_server/route";
import { listRewards } from "@/lib/rewards/list-rewards";

/** What there is to be had, and how points are earned. */
export const GET = memberQuestion("rewards.see", (scope) => listRewards(scope));
