import { fileWords } from "@/app/_server/file-words";
import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { sayTo } from "@/app/_server/say-to";
import { expensesQuery } from "@/lib/expenses/input";
import { expensesOfMonth } from "@/lib/expenses/list-expenses";
import { categoryWords } from "@/lib/expenses/rules";
import { writeCsv } from "@/lib/platform/csv";
import { fieldErrors } from "@/lib/platform/field-errors";

/** A month, or one category of it, as a file for whoever keeps the books. */
export const GET = memberQuestion("expenses.see", async (scope, { visitor }, request) => {
  const asked = expensesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { month, expenses } = await expensesOfMonth(scope, asked.data);
  const { category } = asked.data;
  const say = sayTo(visitor);
  const words = fileWords[say.language];
  const rows = expenses.map((one) => [
    one.day,
    say.known(categoryWords(one.category)),
    one.description,
    (one.amountMinor / 100).toFixed(2),
    one.currency,
    one.paidFrom === "cash" ? words.drawer : words.elsewhere,
    one.forStock ? words.yes : "",
    one.by ?? "",
    one.voided?.reason ?? "",
  ]);
  return new Response(writeCsv([Object.values(words.expenses), ...rows]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="expenses-${month}${category ? `-${category}` : ""}.csv"`,
      "cache-control": "no-store",
    },
  });
});
