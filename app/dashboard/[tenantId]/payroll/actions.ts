"use server";

import { memberAction } from "@/app/_server/action";
import { payrollAnswer } from "@/app/_server/payroll-refused";
import { always } from "@/app/_server/proof";
import { closePeriod } from "@/lib/payroll/close-period";
import { giveAdvance, undoAdvance } from "@/lib/payroll/give-advance";
import { advanceInput, closePeriodInput, payPayslipInput, setRateInput, undoAdvanceInput } from "@/lib/payroll/input";
import { payPayslip } from "@/lib/payroll/pay-payslip";
import { setRate } from "@/lib/payroll/set-rate";

export const putRate = memberAction("payroll.manage", setRateInput, async (scope, _, wish) =>
  payrollAnswer(await setRate(scope, wish)),
);

/** Money goes out, as where it is given back. */
export const payAhead = memberAction(
  "payroll.manage",
  advanceInput,
  async (scope, _, wish) => payrollAnswer(await giveAdvance(scope, wish)),
  always,
);

export const takeBack = memberAction("payroll.manage", undoAdvanceInput, async (scope, _, wish) =>
  payrollAnswer(await undoAdvance(scope, wish)),
);

/** Nothing of it changes any more. */
export const settlePay = memberAction(
  "payroll.manage",
  closePeriodInput,
  async (scope, _, wish) => payrollAnswer(await closePeriod(scope, wish)),
  always,
);

export const payOut = memberAction(
  "payroll.manage",
  payPayslipInput,
  async (scope, _, wish) => payrollAnswer(await payPayslip(scope, wish)),
  always,
);
