import "server-only";
import type { ChangeExpenseRefusal } from "@/lib/expenses/change-expense";
import type { ExpenseRefusal } from "@/lib/expenses/record-expense";
import type { DueRefusal } from "@/lib/expenses/settle-due";
import type { VoidExpenseRefusal } from "@/lib/expenses/void-expense";
import type { Result } from "@/lib/platform/result";
import { type ActionAnswer, done, stopped } from "./action";

type Refusal = ExpenseRefusal | ChangeExpenseRefusal | VoidExpenseRefusal | DueRefusal | { refusal: "key_reused" };

const words: Record<Refusal["refusal"], string> = {
  no_drawer: "The cash drawer is closed. Open it at the till, or say that it was paid from elsewhere.",
  drawer_only: "The front desk writes down what it pays from the drawer today. Ask an owner or a manager for more.",
  not_yet_spent: "This day has not come yet.",
  comes_no_more: "It would not come again before this day.",
  day_closed: "One of the two days is closed. Make the expense void and write it down anew.",
  left_the_drawer: "It left the drawer on its day, and was counted there. Make it void and write it down anew.",
  unknown_expense: "This expense is no longer here.",
  expense_void: "It is void, so it stays as it is.",
  unknown_recurring: "This is no longer here.",
  not_due: "Somebody was quicker, or it is not due yet. Look again.",
  key_reused: "This was sent before with something else in it. Close the form and open it again.",
};

const fieldOf: Partial<Record<Refusal["refusal"], [field: string, words: string]>> = {
  not_yet_spent: ["day", "has not come yet"],
  comes_no_more: ["until", "is before it would come again"],
};

/** A verb's outcome as a form gets it; a day that is wrong is told at its field. */
export function expenseAnswer<T>(answer: Result<T, Refusal>): ActionAnswer<T> {
  if (answer.ok) return done(answer.value);
  const { refusal } = answer;
  const field = fieldOf[refusal];
  const fields = field ? { fields: { [field[0]]: [field[1]] } } : {};
  return stopped(words[refusal], { code: refusal, ...fields });
}
