import "server-only";
import type { AskRefusal } from "@/lib/payments/ask-to-pay";
import { now } from "@/lib/platform/clock";
import { formatMoney, formatWait } from "@/lib/platform/format";
import { invalid, problem } from "./problem";

const words: Record<Exclude<AskRefusal["refusal"], "invalid_phone" | "too_soon" | "too_many" | "too_much">, string> = {
  nothing_due: "Nothing is to be paid there, or less than that.",
  hold_over: "The time was held only until then.",
  asked_already: "The phone is being asked just now.",
  phone_often: "This phone has been asked ten times in this hour. Wait a while, or let another phone pay.",
  no_prompts: "There are no M-Pesa keys yet: take the code of the payer’s message instead.",
};

/** Why a phone was not asked, for people. */
export function askWords(refused: Exclude<AskRefusal, { refusal: "invalid_phone" }>): string {
  switch (refused.refusal) {
    case "too_soon": {
      const seconds = Math.max(1, Math.ceil((Date.parse(refused.retryAt) - now().getTime()) / 1_000));
      return `M-Pesa has just asked this phone: again in ${formatWait(seconds)}.`;
    }
    case "too_many":
      return `It has been asked for ${refused.most} times.`;
    case "too_much":
      return `M-Pesa moves at most ${formatMoney(refused.mostMinor, "KES")} at once.`;
    default:
      return words[refused.refusal];
  }
}

export const notAPhone = "is not a number that M-Pesa can ask: write it like 0712 345 678";

export function askProblem(refused: AskRefusal): Response {
  if (refused.refusal === "invalid_phone") return invalid({ phone: [notAPhone] });
  const { refusal, ...more } = refused;
  return problem(409, refusal, askWords(refused), more);
}
