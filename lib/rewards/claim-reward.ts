import { type KeyReused, once } from "@/lib/platform/once";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { makeVoucher } from "@/lib/vouchers/voucher";
import { expirePoints } from "./expire-points";
import { getRules } from "./get-rules";
import { writePoints } from "./internal/points";
import { findReward, type NotToBeHad } from "./internal/reward";
import { isForClaiming, missing } from "./rules";

export type ClaimRefusal =
  | NotToBeHad
  | KeyReused
  /** So many points and visits are still missing. */
  | { refusal: "too_little"; points: number; visits: number }
  /** Only the house gives it. */
  | { refusal: "only_given" }
  | { refusal: "rewards_off" };

export type Claimed = { id: string; code: string; expiresAt: string };

/** Somebody turns in points or visits: they are gone with it, and the code is theirs, both or neither. */
export async function claimReward(
  scope: Scope,
  customerId: string,
  wish: { rewardId: string; key: string },
): Promise<Result<Claimed, ClaimRefusal>> {
  // Locks what they have: whoever taps twice waits here.
  const balance = await expirePoints(scope, { customerId });
  return once<Claimed, ClaimRefusal>(scope, `vouchers of ${customerId}`, wish, async () => {
    if (!(await getRules(scope)).active) return refuse("rewards_off");
    const found = await findReward(scope, wish.rewardId);
    if (!found.ok) return found;
    const reward = found.value;
    if (!isForClaiming(reward)) return refuse("only_given");
    const lacks = missing(balance, reward);
    if (lacks.points > 0 || lacks.visits > 0) return refuse("too_little", lacks);
    const [points, visits] = [reward.pointsRequired ?? 0, reward.visitsRequired ?? 0];
    const voucher = await makeVoucher(scope, reward, { customerId, origin: "claimed", points, visits });
    await writePoints(scope, [
      {
        ...{ customerId, kind: "redeem", points: -points, visits: -visits },
        ...{ source: `voucher ${voucher.id}`, voucherId: voucher.id },
      },
    ]);
    return ok({ id: voucher.id, code: voucher.code, expiresAt: voucher.expiresAt.toISOString() });
  });
}
