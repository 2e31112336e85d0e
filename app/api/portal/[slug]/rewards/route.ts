import { customerCommand, customerQuestion } from "@/app/_server/customer-route";
import { problem } from "@/app/_server/problem";
import { tooMany } from "@/app/_server/route";
import { walletWords } from "@/app/portal/[slug]/wallet/words";
import { countOwnChange } from "@/lib/auth/limits";
import { claimReward } from "@/lib/rewards/claim-reward";
import { getWallet } from "@/lib/rewards/get-wallet";
import { claimInput } from "@/lib/rewards/input";

/** All that a customer who entered with phone and code holds here. */
export const GET = customerQuestion("portal.own", (scope, { own }) => getWallet(scope, own.id));

/** They turn in points or visits for a code. */
export const POST = customerCommand("portal.own", claimInput, async (scope, { own, accountId }, wish) => {
  const within = await countOwnChange("profile", accountId);
  if (!within.ok) return tooMany(within);
  const claimed = await claimReward(scope, own.id, wish);
  if (claimed.ok) return { code: claimed.value.code, expiresAt: claimed.value.expiresAt };
  const status = claimed.refusal === "unknown_reward" ? 404 : 409;
  return problem(status, claimed.refusal, walletWords[own.language].refused[claimed.refusal]);
});
