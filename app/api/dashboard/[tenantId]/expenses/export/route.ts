import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { expensesQuery } from "@/lib/expenses/input";
import { expensesOfMonth } from "@/lib/expenses/list-expenses";
import { categoryWords } from "@/lib/expenses/rules";
import { writeCsv } from "@/lib/platform/csv";
import { fieldErrors } from "@/lib/platform/field-errors";

const header = ["Day", "Category", "What for", "Amount", "Currency", "Paid from", "For stock", "By", "Void"];

/** A month, or one category of it, as a file for whoever keeps the books. */
export const GET = memberQuestion("expenses.see", async (scope, _, request) => {
  const asked = expensesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { month, expenses } = await expensesOfMonth(scope, asked.data);
  const { category } = asked.data;
  const rows = expenses.map((one) => [
    one.day,
    categoryWords(one.category),
    one.description,
    (one.amountMinor / 100).toFixed(2),
    one.currency,
    one.paidFrom === "cash" ? "drawer" : "elsewhere",
    one.forStock ? "yes" : "",
    one.by ?? "",
    one.voided?.reason ?? "",
  ]);
  return new Response(writeCsv([header, ...rows]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="expenses-${month}${category ? `-${category}` : ""}.csv"`,
      "cache-control": "no-store",
    },
  });
});
