import { memberQuestion } from "@/app/_server/route";
import { rewardStats } from "@/lib/rewards/reward-stats";

/** What was made of the rewards, and the last six months. */
export const GET = memberQuestion("rewards.see", (scope) => rewardStats(scope));
