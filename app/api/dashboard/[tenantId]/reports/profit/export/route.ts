import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { getProfit } from "@/lib/analytics/get-profit";
import { profitQuery } from "@/lib/analytics/input";
import { profitOf } from "@/lib/analytics/rules";
import { writeCsv } from "@/lib/platform/csv";
import { fieldErrors } from "@/lib/platform/field-errors";

const header = ["From", "To", "Sales without VAT and tips", "Stock", "Expenses", "Earnings", "Profit", "Currency"];

/** The same figures as a file, with their sum in the last row. */
export const GET = memberQuestion("reports.see", async (scope, _, request) => {
  const asked = profitQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { from, to, currency, rows, total } = await getProfit(scope, asked.data);
  const lines = [...rows, { ...total, from: "Total", to: "" }].map((one) => [
    one.from,
    one.to,
    ...[one.revenueMinor, one.stockMinor, one.expensesMinor, one.earningsMinor, profitOf(one)].map((minor) =>
      (minor / 100).toFixed(2),
    ),
    currency,
  ]);
  return new Response(writeCsv([header, ...lines]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="profit-${from}-${to}.csv"`,
      "cache-control": "no-store",
    },
  });
});
