"use server";

import { memberAction } from "@/app/_server/action";
import { expenseAnswer } from "@/app/_server/expense-refused";
import { changeExpense } from "@/lib/expenses/change-expense";
import {
  changeExpenseInput,
  endRecurringInput,
  expenseInput,
  payDueInput,
  skipDueInput,
  voidExpenseInput,
} from "@/lib/expenses/input";
import { recordExpense } from "@/lib/expenses/record-expense";
import { endRecurring, payDue, skipDue } from "@/lib/expenses/settle-due";
import { voidExpense } from "@/lib/expenses/void-expense";

export const addExpense = memberAction("expenses.pay", expenseInput, async (scope, _, wish) =>
  expenseAnswer(await recordExpense(scope, wish)),
);

export const putExpense = memberAction("expenses.manage", changeExpenseInput, async (scope, _, wish) =>
  expenseAnswer(await changeExpense(scope, wish)),
);

export const voidIt = memberAction("expenses.manage", voidExpenseInput, async (scope, _, wish) =>
  expenseAnswer(await voidExpense(scope, wish)),
);

export const paidDue = memberAction("expenses.manage", payDueInput, async (scope, _, wish) =>
  expenseAnswer(await payDue(scope, wish)),
);

export const notThisTime = memberAction("expenses.manage", skipDueInput, async (scope, _, wish) =>
  expenseAnswer(await skipDue(scope, wish)),
);

export const noMore = memberAction("expenses.manage", endRecurringInput, async (scope, _, wish) =>
  expenseAnswer(await endRecurring(scope, wish)),
);
