import "server-only";
import type { DenyRefusal } from "@/lib/payments/deny-payment";
import type { DoubtRefusal } from "@/lib/payments/dismiss-doubt";
import type { LookRefusal } from "@/lib/payments/look-again";
import type { MatchRefusal } from "@/lib/payments/match-receipt";
import type { RefundRefusal } from "@/lib/payments/pay-refund";
import type { AsideRefusal } from "@/lib/payments/set-receipt-aside";
import { formatDayTime } from "@/lib/platform/format";
import { stopped } from "./action";

type Refused =
  | AsideRefusal
  | DenyRefusal
  | DoubtRefusal
  | LookRefusal
  | MatchRefusal
  | RefundRefusal
  | { refusal: "unknown_day" };

const words: Record<Exclude<Refused["refusal"], "too_early" | "needs_note" | "no_code" | "code_used">, string> = {
  unknown_receipt: "This payment of M-Pesa is no longer there.",
  unknown_payment: "This payment is no longer there.",
  unknown_refund: "This refund is no longer there.",
  unknown_day: "This day does not differ any more.",
  moved_on: "Somebody was quicker: it is no longer as you saw it.",
  nothing_due: "Nothing of this amount is owed for it any more.",
  no_keys: "There are no M-Pesa keys, so nobody can be asked. Verify it from a statement.",
  asked_already: "The same is asked of their phone just now. Wait for its answer.",
  no_reversal: "M-Pesa cannot give this one back by itself. Choose another way.",
  own_request: "You asked for this refund yourself: another owner or manager has to pay it.",
};

const wrong = (fields: Record<string, string[]>, code: string) =>
  stopped("Some fields are not right.", { fields, code });

/** Why nothing was done about money, for people. */
export function moneyStopped(refused: Refused) {
  const code = refused.refusal;
  switch (refused.refusal) {
    case "too_early":
      return stopped(
        `What made it due can still be taken back until ${formatDayTime(refused.from, "Africa/Nairobi")}.`,
        { code },
      );
    case "needs_note":
      return wrong({ note: ["is needed"] }, code);
    case "no_code":
      return wrong({ receipt: ["is the code of M-Pesa’s message, ten letters and digits"] }, code);
    case "code_used":
      return wrong({ receipt: ["is of another payment"] }, code);
    default:
      return stopped(words[refused.refusal], { code });
  }
}
