import type { VoucherOrigin } from "@/db/schema/rewards";
import type { Scope } from "@/lib/tenancy/scope";
import { makeVouchers } from "@/lib/vouchers/voucher";
import { findReward } from "./internal/reward";

type Wanted = { customerId: string; cause: string };
export type GivenCode = { id: string; code: string };

/**
 * A code of a reward for each of these, by customer, as far as it can be had: the first of them get one. None where it is
 * off or over.
 */
export async function giveCodes(
  scope: Scope,
  rewardId: string,
  origin: VoucherOrigin,
  wanted: readonly Wanted[],
): Promise<Map<string, GivenCode>> {
  const reward = await findReward(scope, rewardId);
  if (!reward.ok) return new Map();
  const those = wanted.slice(0, reward.value.stock ?? wanted.length);
  const made = await makeVouchers(
    scope,
    reward.value,
    those.map((one) => ({ ...one, origin })),
  );
  return new Map(those.map(({ customerId }, at) => [customerId, made[at]!]));
}
