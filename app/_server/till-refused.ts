import "server-only";
import type { AskRefusal } from "@/lib/payments/ask-to-pay";
import type { CodeRefusal } from "@/lib/payments/enter-code";
import { formatMoney } from "@/lib/platform/format";
import type { Result } from "@/lib/platform/result";
import type { AskRefundRefusal } from "@/lib/till/ask-refund";
import type { ChangeSaleRefusal } from "@/lib/till/change-sale";
import type { CloseDayRefusal } from "@/lib/till/close-day";
import type { ApproveRefusal } from "@/lib/till/decide-refund";
import type { DrawerRefusal, OpenDrawerRefusal } from "@/lib/till/drawer";
import type { OpenRefusal } from "@/lib/till/open-sale";
import type { PayRefusal } from "@/lib/till/pay-at-counter";
import { deskDiscountPercent } from "@/lib/till/rules";
import type { SendRefusal } from "@/lib/till/send-receipt";
import type { VoidRefusal } from "@/lib/till/void-sale";
import type { VoucherRefusal } from "@/lib/vouchers/take-voucher";
import { type ActionAnswer, done, stopped } from "./action";

export type TillRefusal =
  | OpenRefusal
  | ChangeSaleRefusal
  | PayRefusal
  | VoidRefusal
  | AskRefundRefusal
  | ApproveRefusal
  | DrawerRefusal
  | OpenDrawerRefusal
  | CloseDayRefusal
  | SendRefusal
  | AskRefusal
  | CodeRefusal
  | { refusal: "unknown_product" };

type Said = Exclude<
  TillRefusal["refusal"],
  "too_much" | "not_enough" | "invalid_phone" | "invalid_code" | "float_differs" | "no_code" | "other_amount"
>;

const words: Record<Said, string> = {
  unknown_sale: "This sale is no longer here.",
  unknown_booking: "This booking is not one to be charged: it was cancelled, or nobody came.",
  unknown_customer: "This customer is not one of this business.",
  unknown_line: "Something of it is no longer sold. Take it off and choose again.",
  unknown_staff: "Whoever is named is not on the staff list.",
  unknown_product: "This product is no longer here.",
  unknown_refund: "This refund is no longer here.",
  unknown_drawer: "This drawer is not yours, or no longer here.",
  charged_already: "It has been charged already.",
  key_reused: "This was sent before with something else in it. Close the sheet and open it again.",
  not_open: "This sale is closed: somebody was quicker.",
  nothing_owed: "Nothing is owed any more.",
  too_little: "That is less than the amount to take.",
  moved_on: "It has changed since you opened it. Look at it again.",
  discount_too_big: `The front desk lets off ${deskDiscountPercent} percent at most. Ask an owner or a manager.`,
  returned: "Something of it was given back, so it stays as it is. Sell what else there is in a new sale.",
  own_request: "You asked for it yourself: another owner or manager decides.",
  paid_more: "More than that has been paid or is being asked for. Give money back first.",
  has_payments: "Money was taken for it, or is being asked for. Give it back first.",
  still_open: "It is not paid in full yet: say that the money was taken by mistake.",
  voided: "This sale was voided.",
  queued_already: "What was paid too much waits among the refunds. Give it back there.",
  code_used: "This code has been used already: each stands for one payment.",
  decided_already: "Somebody has decided otherwise.",
  drawer_open: "A drawer is open. Count it first.",
  drawer_closed: "This drawer has been counted already.",
  to_come: "That day is not here yet.",
  day_closed: "Somebody has closed this day with other counts.",
  nothing_due: "That is not owed any more. Look at what is left to pay.",
  hold_over: "Its time is no longer held.",
  phone_often: "This phone has been asked ten times in this hour. Wait a while, or let another phone pay.",
  asked_already: "A phone has been asked already. Wait for its answer.",
  too_soon: "M-Pesa asks a phone once in two minutes. Wait a moment.",
  too_many: "It has been asked for often enough. Take the code of the message instead.",
  no_prompts: "This business has given us no M-Pesa keys: take the code of the message instead.",
  no_address: "Nobody’s number or address is known here: type one.",
  bad_phone: "That is not a phone number.",
  not_sent:
    "No more SMS go out for now: the plan of this month, or the limit of this number, is used up. Try an e-mail.",
  bad_email: "That is not an e-mail address.",
  unknown_voucher: "Nobody has such a code here.",
  voucher_used: "This code has been used already.",
  voucher_over: "This code has run out, or was taken back.",
  voucher_not_theirs: "This code is another customer’s.",
  voucher_fits_nothing: "Nothing that this code is for is sold here.",
};

/** For people; with the field it is about, where it is about one. */
export function tillStopped(refused: TillRefusal, currency = "KES") {
  if (refused.refusal === "invalid_phone")
    return stopped("Some fields are not right.", {
      fields: { phone: ["is not a Kenyan mobile number"] },
      code: "invalid",
    });
  if (refused.refusal === "invalid_code")
    return stopped("Some fields are not right.", {
      fields: { code: ["is not a code of M-Pesa: ten letters and digits"] },
      code: "invalid",
    });
  if (refused.refusal === "no_code")
    return stopped("Some fields are not right.", {
      fields: { receipt: ["is the code of M-Pesa’s message, ten letters and digits"] },
      code: "no_code",
    });
  if (refused.refusal === "other_amount")
    return stopped(`M-Pesa says that this code paid ${formatMoney(refused.paidMinor, currency)}: type that amount.`, {
      code: "other_amount",
    });
  if (refused.refusal === "not_enough")
    return stopped(refused.left > 0 ? onlyLeft(refused.left, refused.what) : `There is no ${refused.what} left.`, {
      code: "not_enough",
    });
  if (refused.refusal === "float_differs")
    return stopped("The last count left another amount in it.", {
      fields: { reason: ["is needed: the last count left another amount"] },
      code: "float_differs",
    });
  if (isOfVoucher(refused))
    return stopped(words[refused.refusal], {
      fields: { voucher: [ofVoucher[refused.refusal]] },
      code: refused.refusal,
    });
  if (refused.refusal !== "too_much") return stopped(words[refused.refusal], { code: refused.refusal });
  const money = (minor: number) => formatMoney(minor, currency);
  const most =
    "owedMinor" in refused
      ? `Only ${money(refused.owedMinor)} is owed.`
      : "mostMinor" in refused
        ? `Only ${money(refused.mostMinor)} can be asked for at once.`
        : `Only ${money(refused.refundableMinor)} can be given back.`;
  return stopped(most, { code: "too_much" });
}

const onlyLeft = (left: number, what: string): string =>
  left === 1 ? `Only ${left} of ${what} is left.` : `Only ${left} of ${what} are left.`;

/** The same at the field. */
const ofVoucher: Record<VoucherRefusal["refusal"], string> = {
  unknown_voucher: "is nobody’s here",
  voucher_used: "has been used already",
  voucher_over: "has run out, or was taken back",
  voucher_not_theirs: "is another customer’s",
  voucher_fits_nothing: "is for nothing that is sold here",
};
const isOfVoucher = (refused: TillRefusal): refused is VoucherRefusal => refused.refusal in ofVoucher;

/** What a verb of the till answers, for people. */
export const tillAnswer = <T>(answer: Result<T, TillRefusal>): ActionAnswer<T> =>
  answer.ok ? done(answer.value) : tillStopped(answer);
