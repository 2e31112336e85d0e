import type { Reader } from "@/lib/platform/reader";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { getProfit } from "./get-profit";
import type { PeriodQuery } from "./input";
import type { Report } from "./report";
import { reportWords } from "./report-words";
import { type Figures, profitOf } from "./rules";

/** Profit by its days or months, to be handed out. */
export async function profitReport(scope: Scope, query: PeriodQuery, { language }: Reader): Promise<Report> {
  const words = reportWords[language];
  const house = await houseOf(scope);
  const { from, to, rows, total } = await getProfit(scope, query);
  return {
    ...{ name: "profit", title: words.profit, language, house, days: { from, to } },
    columns: [
      { name: words.from, kind: "day" },
      { name: words.to, kind: "day" },
      { name: words.salesNet, kind: "money" },
      { name: words.stock, kind: "money" },
      { name: words.expenses, kind: "money" },
      { name: words.earnings, kind: "money" },
      { name: words.profit, kind: "money" },
    ],
    rows: rows.map((row) => [row.from, row.to, ...cells(row)]),
    total: [words.total, null, ...cells(total)],
  };
}

const cells = (one: Figures): number[] => [
  one.revenueMinor,
  one.stockMinor,
  one.expensesMinor,
  one.earningsMinor,
  profitOf(one),
];
