"use server";

import { memberAction } from "@/app/_server/action";
import { rewardAnswer } from "@/app/_server/reward-refused";
import { adjustPoints } from "@/lib/rewards/adjust-points";
import { cancelVoucher } from "@/lib/rewards/cancel-voucher";
import { giveVoucher } from "@/lib/rewards/give-voucher";
import {
  adjustPointsInput,
  cancelVoucherInput,
  changeRewardInput,
  giveVoucherInput,
  rewardActiveInput,
  rewardInput,
  rewardRulesInput,
} from "@/lib/rewards/input";
import { addReward, changeReward, setRewardActive } from "@/lib/rewards/save-reward";
import { setRules } from "@/lib/rewards/set-rules";

export const makeReward = memberAction("rewards.manage", rewardInput, async (scope, _, wish) =>
  rewardAnswer(await addReward(scope, wish)),
);

export const putReward = memberAction("rewards.manage", changeRewardInput, async (scope, _, wish) =>
  rewardAnswer(await changeReward(scope, wish)),
);

export const switchReward = memberAction("rewards.manage", rewardActiveInput, async (scope, _, wish) =>
  rewardAnswer(await setRewardActive(scope, wish)),
);

export const setEarning = memberAction("rewards.manage", rewardRulesInput, async (scope, _, wish) =>
  rewardAnswer(await setRules(scope, wish)),
);

/** A code for nothing, with a reason. */
export const giveCode = memberAction("rewards.manage", giveVoucherInput, async (scope, _, wish) =>
  rewardAnswer(await giveVoucher(scope, wish)),
);

export const takeCodeBack = memberAction("rewards.manage", cancelVoucherInput, async (scope, _, wish) =>
  rewardAnswer(await cancelVoucher(scope, wish)),
);

export const givePoints = memberAction("rewards.manage", adjustPointsInput, async (scope, _, wish) =>
  rewardAnswer(await adjustPoints(scope, wish)),
);
