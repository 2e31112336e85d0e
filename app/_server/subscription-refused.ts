import "server-only";
import { formatMoney } from "@/lib/platform/format";
import type { Result } from "@/lib/platform/result";
import type { ChooseRefusal } from "@/lib/subscriptions/choose-plan";
import type { EndRefusal } from "@/lib/subscriptions/end-subscription";
import type { GiveDaysRefusal } from "@/lib/subscriptions/give-days";
import type { PayRefusal } from "@/lib/subscriptions/pay-invoice";
import type { SavePlanRefusal } from "@/lib/subscriptions/save-plan";
import type { SettleByHandRefusal } from "@/lib/subscriptions/settle-by-hand";
import { type ActionAnswer, done, stopped } from "./action";
import { askWords, notAPhone } from "./payment-refused";
import { invalid, problem } from "./problem";
import type { Answer } from "./route";

type Refusal = ChooseRefusal | EndRefusal | PayRefusal | GiveDaysRefusal | SavePlanRefusal | SettleByHandRefusal;

const words = {
  not_charged: "This business is not charged for anything.",
  unknown_plan: "This plan is not offered any more. Look again.",
  over: "It is over already. Pay for a plan to go on.",
  no_plan_to_try: "No plan is there to be tried: mark one of them first.",
  plan_exists: "There is a plan with this short name.",
  unknown_invoice: "This invoice is no longer here.",
  not_open: "It is paid or void already.",
  no_prompts: "The platform has no M-Pesa keys yet. Pay to its number, and tell us.",
} as const;

const isPlain = (refused: Refusal): refused is Extract<Refusal, { refusal: keyof typeof words }> =>
  refused.refusal in words;

function told(refused: Refusal): { words: string; fields?: Record<string, string[]> } {
  if (isPlain(refused)) return { words: words[refused.refusal] };
  if (refused.refusal === "invalid_phone")
    return { words: "Some fields are not right.", fields: { phone: [notAPhone] } };
  if (refused.refusal === "other_price")
    return { words: `It costs ${formatMoney(refused.amountMinor, "KES")} now. Look at it again before you choose.` };
  return { words: askWords(refused) };
}

/** A verb's outcome as a form gets it. */
export function subscriptionAnswer<T>(answer: Result<T, Refusal>): ActionAnswer<T> {
  if (answer.ok) return done(answer.value);
  const { words: text, fields } = told(answer);
  return stopped(text, { code: answer.refusal, ...(fields ? { fields } : {}) });
}

/** And as the API gives it. */
export function subscriptionReply<T extends object>(answer: Result<T, Refusal>): Awaited<Answer> {
  if (answer.ok) return answer.value;
  const { words: text, fields } = told(answer);
  if (fields) return invalid(fields);
  const { ok: _, refusal, ...more } = answer;
  return problem(refusal.startsWith("unknown") ? 404 : 409, refusal, text, more);
}
