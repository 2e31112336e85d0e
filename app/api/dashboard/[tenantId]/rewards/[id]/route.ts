import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";
import { getReward } from "@/lib/rewards/list-rewards";

export const GET = memberQuestion<{ id: string }>("rewards.see", async (scope, _, __, { id }) => {
  const reward = isId(id) ? await getReward(scope, id) : null;
  return reward ?? notFoundProblem();
});
