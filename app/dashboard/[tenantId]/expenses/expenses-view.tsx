"use client";

import { ChevronLeft, ChevronRight, Download, ReceiptText } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { ExpenseList } from "@/lib/expenses/list-expenses";
import { formatMoney } from "@/lib/platform/format";
import { ListLoading } from "../list-loading";
import { categoryWords } from "./category-words";
import { DueList } from "./due-list";
import { expensesKey, exportAddress, monthAfter, monthWords, queryOf, type Shown } from "./expense-keys";
import { ExpenseRows } from "./expense-rows";

/** A month of what was spent: what is due, what it comes to, and each of it. */
export function ExpensesView({ shown }: { shown: Shown }) {
  const say = useSay();
  const { tenant } = useShell();
  const [cursors, setCursors] = useState<string[]>([]);
  const { data } = useSWR<ExpenseList>(expensesKey(tenant.id, shown), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  const { month, today, currency, sums, due, coming } = data;
  const total = sums.reduce((minor, { amountMinor }) => minor + amountMinor, 0);
  const isThis = month === today.slice(0, 7);
  const seesAll = tenant.may.includes("expenses.see");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-4 md:px-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] xl:gap-12 xl:pl-8">
      <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] content-start gap-6">
        <nav aria-label={say("Months")} className="flex items-center gap-2">
          <Button asChild size="large" className="px-3">
            <Link
              href={queryOf({ ...shown, month: monthAfter(month, -1) })}
              aria-label={say("Month before")}
              scroll={false}
            >
              <ChevronLeft aria-hidden />
            </Link>
          </Button>
          <p aria-live="polite" className="min-w-0 flex-1 text-center font-medium">
            {monthWords(say, month)}
          </p>
          {isThis ? (
            // As wide as the way back, so that the month stands in the middle.
            <span className="w-10.5" />
          ) : (
            <Button asChild size="large" className="px-3">
              <Link
                href={queryOf({ ...shown, month: monthAfter(month, 1) })}
                aria-label={say("Month after")}
                scroll={false}
              >
                <ChevronRight aria-hidden />
              </Link>
            </Button>
          )}
        </nav>
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-lg font-semibold tabular-nums">
          <span>{seesAll ? say("Spent") : say("Spent by you")}</span>
          <span>{formatMoney(total, currency)}</span>
        </p>
        {due.length > 0 && isThis ? <DueList due={due} currency={currency} /> : null}
        {data.expenses.length === 0 ? (
          <EmptyState
            icon={ReceiptText}
            title={shown.category ? say("Nothing of this in this month") : say("Nothing spent in this month")}
            why={
              seesAll
                ? say(
                    "Rent, tokens, tea: what you write down here stands against what you earn. Add the slip with your phone’s camera.",
                  )
                : say("What you pay from the drawer stands here, with its slip.")
            }
            action={null}
          />
        ) : (
          <>
            <ExpenseRows expenses={data.expenses} shown={shown} />
            {cursors.map((cursor) => (
              <MoreRows key={cursor} shown={{ ...shown, cursor }} onMore={(next) => setCursors([...cursors, next])} />
            ))}
            {data.nextCursor && cursors.length === 0 ? (
              <Button className="justify-self-center" onClick={() => setCursors([data.nextCursor!])}>
                {say("Show more")}
              </Button>
            ) : null}
          </>
        )}
      </div>
      <aside aria-label={say("Sums")} className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 xl:pt-16">
        {sums.length > 0 ? (
          <ul aria-label={say("By category")} className="divide-y border-y">
            {sums.map(({ category, amountMinor }) => (
              <li key={category}>
                <Link
                  href={queryOf({ month: shown.month, category: shown.category === category ? undefined : category })}
                  aria-current={shown.category === category ? "true" : undefined}
                  scroll={false}
                  className="flex justify-between gap-4 px-2 py-2 hover:bg-wash aria-[current=true]:bg-wash aria-[current=true]:font-medium"
                >
                  <span>{say(categoryWords[category])}</span>
                  <span className="tabular-nums">{formatMoney(amountMinor, currency)}</span>
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
        {shown.category ? (
          <Button asChild className="justify-self-start">
            <Link href={queryOf({ month: shown.month })} scroll={false}>
              {say("Show all categories")}
            </Link>
          </Button>
        ) : null}
        {seesAll && sums.length > 0 ? (
          <Button asChild className="justify-self-start">
            <a href={exportAddress(tenant.id, { month, category: shown.category })} download>
              <Download aria-hidden />
              {shown.category ? say("Only these as a file") : say("Month as a file")}
            </a>
          </Button>
        ) : null}
        {coming.length > 0 ? <DueList due={coming} currency={currency} later /> : null}
      </aside>
    </div>
  );
}

function MoreRows({ shown, onMore }: { shown: Shown; onMore(cursor: string): void }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<ExpenseList>(expensesKey(tenant.id, shown), fetchJson);
  if (!data) return <ListLoading rows={3} />;
  return (
    <>
      <ExpenseRows expenses={data.expenses} shown={{ ...shown, cursor: undefined }} />
      {data.nextCursor ? (
        <Button className="justify-self-center" onClick={() => onMore(data.nextCursor!)}>
          {say("Show more")}
        </Button>
      ) : null}
    </>
  );
}
