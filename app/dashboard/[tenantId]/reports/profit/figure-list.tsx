import Link from "next/link";
import type { ReactNode } from "react";
import { LiveValue } from "@/app/_components/live/live-value";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Profit } from "@/lib/analytics/get-profit";
import { formatMoney } from "@/lib/platform/format";
import { changeWords } from "../period-words";

/** The four figures that profit is made of, each with the way to what it is made of itself. */
export function FigureList({ profit: { from, to, total, before, currency } }: { profit: Profit }) {
  const say = useSay();
  const { tenant } = useShell();
  const base = `/dashboard/${tenant.id}`;
  // Expenses are listed month by month: days of several have no list that adds up to them.
  const month = from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : null;
  const cost = (minor: number) => formatMoney(0 - minor, currency);
  return (
    <dl className="divide-y border-y">
      <Figure
        id="revenue"
        term={say("Sales")}
        note={noteOf(say, say("without VAT and tips"), total.revenueMinor, before?.revenueMinor, currency)}
        value={formatMoney(total.revenueMinor, currency)}
      />
      <Figure
        id="stock"
        term={say("Stock")}
        note={noteOf(say, say("what was used or sold, at its cost"), total.stockMinor, before?.stockMinor, currency)}
        value={cost(total.stockMinor)}
      />
      <Figure
        id="expenses"
        term={month ? <Way to={`${base}/expenses?month=${month}`}>{say("Expenses")}</Way> : say("Expenses")}
        note={noteOf(say, say("without what is for stock"), total.expensesMinor, before?.expensesMinor, currency)}
        value={cost(total.expensesMinor)}
      />
      <Figure
        id="earnings"
        term={<Way to={`${base}/payroll`}>{say("Earnings")}</Way>}
        note={noteOf(say, say("commission of your people"), total.earningsMinor, before?.earningsMinor, currency)}
        value={cost(total.earningsMinor)}
      />
    </dl>
  );
}

/** What it is made of; beside other days, how it has changed. */
const noteOf = (say: Say, note: string, minor: number, before: number | undefined, currency: string): string =>
  before === undefined ? note : `${note}; ${changeWords(say, minor, before, (one) => formatMoney(one, currency))}`;

const Way = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link href={to} className="underline decoration-edge underline-offset-4 hover:decoration-ink">
    {children}
  </Link>
);

function Figure({ id, term, note, value }: { id: string; term: ReactNode; note: string; value: string }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row)">
      <dt className="font-medium">{term}</dt>
      <dd className="row-span-2 text-right font-medium tabular-nums" data-stat={id}>
        <LiveValue value={value} />
      </dd>
      <dd className="text-quiet">{note}</dd>
    </div>
  );
}
