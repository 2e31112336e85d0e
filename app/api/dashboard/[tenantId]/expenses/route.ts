import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { expensesQuery } from "@/lib/expenses/input";
import { listExpenses } from "@/lib/expenses/list-expenses";
import { fieldErrors } from "@/lib/platform/field-errors";

/** A month of what was spent, of one category if it is named, and what is due. */
export const GET = memberQuestion("expenses.pay", async (scope, _, request) => {
  const asked = expensesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listExpenses(scope, asked.data) : invalid(fieldErrors(asked.error));
});
