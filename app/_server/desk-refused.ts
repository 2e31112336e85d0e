import "server-only";
import type { BookRefusal } from "@/lib/bookings/book-slot";
import type { ChangeRefusal } from "@/lib/bookings/change-booking";
import type { ExtendRefusal } from "@/lib/bookings/extend-hold";
import type { ProposeRefusal } from "@/lib/bookings/propose-times";
import type { LinkRefusal } from "@/lib/notifications/send-pay-link";
import type { CodeRefusal } from "@/lib/payments/enter-code";
import type { TakeDepositRefusal } from "@/lib/payments/take-deposit";
import { stopped } from "./action";
import { invalid, problem } from "./problem";
import { notFoundProblem } from "./route";

type Refused =
  | BookRefusal
  | ExtendRefusal
  | ProposeRefusal
  | ChangeRefusal
  | { refusal: "nothing_owed" }
  | TakeDepositRefusal
  | CodeRefusal
  | LinkRefusal;
type Said = Exclude<Refused["refusal"], "invalid" | "unknown_booking" | "invalid_code">;

const words: Record<Said, string> = {
  slot_taken: "That time is not free.",
  price_changed: "The price has changed.",
  deposit_changed: "This is to be paid for beforehand now.",
  terms_changed: "The terms for cancelling have changed.",
  unknown_service: "This service is not on offer.",
  unknown_staff: "Whoever is to do it does not do that service. Choose somebody else.",
  not_open: "The business takes no bookings now.",
  too_many_open: "This phone has too many bookings to come.",
  call_us: "The house books for this customer itself.",
  too_many_that_day: "This customer has enough visits that day.",
  key_reused: "This Idempotency-Key came with another booking before.",
  not_yours: "Your role does not allow this.",
  moved_on: "The booking has changed since you opened it. Look again.",
  deposit_due: "It waits for its deposit: take that, or waive it with why.",
  hold_over: "The time was held only until then. It may still be free: book it anew.",
  held_long: "It has been held for as long as anything is: four hours, and never beyond its start.",
  nothing_owed: "Nothing is owed for this booking.",
  no_way: "There is no phone or e-mail address on which they want to hear from you.",
  just_sent: "The link has just been sent. Give it a minute.",
  asked_already: "The customer’s phone is being asked just now. Wait until it has answered.",
  code_used: "This code has been used already: each stands for one payment.",
  other_amount: "M-Pesa says that this code paid another amount than the deposit.",
  nothing_due: "No deposit is waited for any more.",
  too_early: "It is too early for that.",
  too_late: "It is too late for that.",
  long_over: "That was too long ago.",
  time_taken: "Its time has gone to somebody else.",
};

const wrongCode = { code: ["is ten letters and digits, as at the beginning of M-Pesa’s message"] };

const statusOf = (refusal: Said): number => (refusal === "not_yours" ? 403 : refusal === "key_reused" ? 422 : 409);

/** Why something at the desk was not done, for programs. */
export function deskProblem(refused: Refused): Response {
  if (refused.refusal === "unknown_booking") return notFoundProblem();
  if (refused.refusal === "invalid") return invalid(refused.fields);
  if (refused.refusal === "invalid_code") return invalid(wrongCode);
  const { ok: _, refusal, ...more } = { ok: false, ...refused };
  return problem(statusOf(refusal), refusal, words[refusal], more);
}

/** And for people. */
export function deskStopped(refused: Refused) {
  if (refused.refusal === "invalid")
    return stopped("Some fields are not right.", { fields: refused.fields, code: "invalid" });
  if (refused.refusal === "invalid_code")
    return stopped("Some fields are not right.", { fields: wrongCode, code: "invalid" });
  if (refused.refusal === "unknown_booking")
    return stopped("This booking is no longer here.", { code: refused.refusal });
  return stopped(words[refused.refusal], { code: refused.refusal });
}
