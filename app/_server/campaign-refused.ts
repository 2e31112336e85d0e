import "server-only";
import type { MoveRefusal } from "@/lib/campaigns/move-campaign";
import type { SaveRefusal } from "@/lib/campaigns/save-campaign";
import type { Result } from "@/lib/platform/result";
import { type ActionAnswer, done, stopped } from "./action";

type Refusal = SaveRefusal | MoveRefusal;

const words: Record<Refusal["refusal"], string> = {
  unknown_campaign: "This campaign is no longer here.",
  unknown_segment: "This group is no longer here. Choose another one.",
  unknown_reward: "This reward is not to be had at the moment. Choose another one.",
  no_draft: "It has been scheduled meanwhile, so its words stay as they are.",
  time_is_over: "This time is over. Choose a later one.",
  over_already: "It is over already: what was sent cannot be called back.",
  not_sending: "It is not being sent at the moment.",
  key_reused: "This was sent before with something else in it. Load the page again.",
};
/** What is the fault of one field stands at it. */
const fieldOf: Partial<Record<Refusal["refusal"], string>> = {
  unknown_segment: "segment",
  unknown_reward: "rewardId",
  time_is_over: "when.day",
};

/** A verb's outcome as a form gets it. */
export function campaignAnswer<T>(answer: Result<T, Refusal>): ActionAnswer<T> {
  if (answer.ok) return done(answer.value);
  const [said, field] = [words[answer.refusal], fieldOf[answer.refusal]];
  return stopped(said, { code: answer.refusal, ...(field ? { fields: { [field]: [said] } } : {}) });
}
