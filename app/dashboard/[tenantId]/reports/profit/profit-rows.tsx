import Link from "next/link";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Profit, ProfitRow } from "@/lib/analytics/get-profit";
import { profitOf } from "@/lib/analytics/rules";
import { formatDay, formatMoney } from "@/lib/platform/format";
import { monthWords } from "../../expenses/expense-keys";
import { reportQuery } from "../report-keys";

const columns =
  "grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 md:grid-cols-[minmax(0,3fr)_repeat(4,minmax(0,2fr))_minmax(8rem,2fr)]";

/** Day by day, or month by month of a long time; each opens its own days. */
export function ProfitRows({ profit: { by, rows, currency } }: { profit: Profit }) {
  const say = useSay();
  return (
    <section aria-labelledby="rows" className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
      <h2 id="rows" className="font-semibold">
        {by === "day" ? say("Day by day") : say("Month by month")}
      </h2>
      <div aria-hidden className={`${columns} text-right text-quiet max-md:hidden`}>
        <span />
        {[say("Sales"), say("Stock"), say("Expenses"), say("Earnings"), say("Profit")].map((word) => (
          <span key={word}>{word}</span>
        ))}
      </div>
      <ul aria-labelledby="rows" className="divide-y border-y">
        {rows.toReversed().map((row) => (
          <li key={row.from}>
            <Link
              href={reportQuery({ from: row.from, to: row.to })}
              className={`${columns} py-(--row) text-right tabular-nums transition-colors hover:bg-wash`}
            >
              <span className="text-left font-medium">
                {by === "day"
                  ? formatDay(`${row.from}T12:00:00Z`, "UTC", say.language)
                  : monthWords(say, row.from.slice(0, 7))}
              </span>
              <Cells row={row} currency={currency} />
              <span className={`font-medium ${profitOf(row) < 0 ? "text-danger" : ""}`}>
                {formatMoney(profitOf(row), currency)}
              </span>
              <span className="col-span-2 text-left text-quiet md:hidden">{phoneWords(say, row, currency)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The currency stands at the last figure of the row. */
const bare = (minor: number, currency: string) => formatMoney(minor, currency).slice(currency.length + 1);

function Cells({ row, currency }: { row: ProfitRow; currency: string }) {
  const { revenueMinor, stockMinor, expensesMinor, earningsMinor } = row;
  return (
    <>
      <span className="max-md:hidden">{bare(revenueMinor, currency)}</span>
      <span className="text-quiet max-md:hidden">{bare(stockMinor, currency)}</span>
      <span className="text-quiet max-md:hidden">{bare(expensesMinor, currency)}</span>
      <span className="text-quiet max-md:hidden">{bare(earningsMinor, currency)}</span>
    </>
  );
}

const phoneWords = (
  say: Say,
  { revenueMinor, stockMinor, expensesMinor, earningsMinor }: ProfitRow,
  currency: string,
): string =>
  say("Sales {sales}, costs {costs}", {
    sales: bare(revenueMinor, currency),
    costs: bare(stockMinor + expensesMinor + earningsMinor, currency),
  });
