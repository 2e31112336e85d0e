import "server-only";
import type { NotThere } from "@/lib/customers/gone";
import type { Result } from "@/lib/platform/result";
import type { AdjustRefusal } from "@/lib/rewards/adjust-points";
import type { CancelRefusal } from "@/lib/rewards/cancel-voucher";
import type { GiveRefusal } from "@/lib/rewards/give-voucher";
import { countOf } from "@/lib/rewards/rules";
import type { SaveRefusal } from "@/lib/rewards/save-reward";
import type { RulesRefusal } from "@/lib/rewards/set-rules";
import { type ActionAnswer, done, stopped } from "./action";
import { isNotThere, notThereWords } from "./not-there";

type Refusal = SaveRefusal | RulesRefusal | GiveRefusal | CancelRefusal | AdjustRefusal;

const words: Record<Exclude<Refusal["refusal"], "too_few" | NotThere["refusal"]>, string> = {
  unknown_reward: "This reward is no longer here.",
  unknown_product: "This product is no longer here.",
  unknown_service: "One of the services is no longer here.",
  unknown_voucher: "This code is no longer here.",
  too_many_rewards: "There are a hundred rewards already. Change one that nobody needs any more.",
  reward_off: "This reward is not to be had at the moment.",
  reward_over: "The last day of this reward is over.",
  none_left: "There are none of this reward left.",
  used_already: "This code has been used, so it stays. Void its sale to give it back.",
  over_already: "This code has run out already.",
  key_reused: "This was sent before with something else in it. Close the form and open it again.",
};

/** A verb's outcome as a form gets it. */
export function rewardAnswer<T>(answer: Result<T, Refusal>): ActionAnswer<T> {
  if (answer.ok) return done(answer.value);
  if (answer.refusal === "too_few")
    return stopped(`They have ${countOf(answer.points, "point")}: no more than that can be taken.`, {
      code: "too_few",
      fields: { points: [`are more than the ${answer.points} that they have`] },
    });
  if (isNotThere(answer)) return stopped(notThereWords(answer), { code: answer.refusal });
  return stopped(words[answer.refusal], { code: answer.refusal });
}
