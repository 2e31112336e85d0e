import "server-only";
import type { CloseRefusal } from "@/lib/payroll/close-period";
import type { AdvanceRefusal, UndoAdvanceRefusal } from "@/lib/payroll/give-advance";
import type { PayPayslipRefusal } from "@/lib/payroll/pay-payslip";
import type { RateRefusal } from "@/lib/payroll/set-rate";
import type { Result } from "@/lib/platform/result";
import { type ActionAnswer, done, stopped } from "./action";

type PayrollRefusal =
  | RateRefusal
  | AdvanceRefusal
  | UndoAdvanceRefusal
  | CloseRefusal
  | PayPayslipRefusal
  | { refusal: "key_reused" };

const words: Record<PayrollRefusal["refusal"], string> = {
  unknown_staff: "Whoever is named is not on the staff list.",
  unknown_thing: "This is no longer on the price list.",
  unknown_advance: "This advance is no longer here.",
  unknown_payslip: "There is no payslip of this person for these days.",
  no_drawer: "The cash drawer is closed. Open it at the till, or pay from elsewhere.",
  settled: "A payslip has taken it off already, so it stays.",
  nothing_earned: "Nothing has been earned in these days.",
  not_yet: "These days are not over. Settle up to today at most.",
  moved_on: "Something has changed since you looked. Look at it again.",
  nothing_to_pay: "There is nothing to pay.",
  key_reused: "This was sent before with something else in it. Close the form and open it again.",
};

/** A verb's outcome as a form gets it. */
export const payrollAnswer = <T>(answer: Result<T, PayrollRefusal>): ActionAnswer<T> =>
  answer.ok ? done(answer.value) : stopped(words[answer.refusal], { code: answer.refusal });
