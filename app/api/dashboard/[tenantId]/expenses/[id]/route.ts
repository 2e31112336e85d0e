import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getExpense } from "@/lib/expenses/list-expenses";
import { isId } from "@/lib/platform/ids";

export const GET = memberQuestion<{ id: string }>("expenses.pay", async (scope, _, __, { id }) => {
  const expense = isId(id) ? await getExpense(scope, id) : null;
  return expense ?? notFoundProblem();
});
