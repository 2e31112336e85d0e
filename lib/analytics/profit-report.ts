import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { getProfit } from "./get-profit";
import type { PeriodQuery } from "./input";
import type { Report } from "./report";
import { type Figures, profitOf } from "./rules";

/** Profit by its days or months, to be handed out. */
export async function profitReport(scope: Scope, query: PeriodQuery): Promise<Report> {
  const house = await houseOf(scope);
  const { from, to, rows, total } = await getProfit(scope, query);
  return {
    ...{ name: "profit", title: "Profit", house, days: { from, to } },
    columns: [
      { name: "From", kind: "day" },
      { name: "To", kind: "day" },
      { name: "Sales without VAT and tips", kind: "money" },
      { name: "Stock", kind: "money" },
      { name: "Expenses", kind: "money" },
      { name: "Earnings", kind: "money" },
      { name: "Profit", kind: "money" },
    ],
    rows: rows.map((row) => [row.from, row.to, ...cells(row)]),
    total: ["Total", null, ...cells(total)],
  };
}

const cells = (one: Figures): number[] => [
  one.revenueMinor,
  one.stockMinor,
  one.expensesMinor,
  one.earningsMinor,
  profitOf(one),
];
