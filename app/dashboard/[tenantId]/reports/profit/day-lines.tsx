import Link from "next/link";
import type { ReactNode } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { ProfitDay } from "@/lib/analytics/get-profit-day";
import { categoryWords } from "@/lib/expenses/rules";
import { formatMoney } from "@/lib/platform/format";
import { ListLoading } from "../../list-loading";
import { productAddress } from "../../stock/stock-keys";
import { changeWords, reasonWords } from "../../stock/stock-words";
import { openCheckout } from "../../till/checkout/checkout-address";
import { profitDayKey } from "./profit-keys";

const way = "text-left underline decoration-edge underline-offset-4 hover:decoration-ink";

/** What the figures of one day are made of: each sale, each product, each expense, and what each person earned. */
export function DayLines({ day }: { day: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<ProfitDay>(profitDayKey(tenant.id, day), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  const { currency, revenue, stock, expenses, earnings } = data;
  const base = `/dashboard/${tenant.id}`;
  const money = (minor: number) => formatMoney(minor, currency);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8">
      <Lines title={say("Sales")} empty={revenue.length === 0}>
        {revenue.map(({ saleId, bookingId, number, minor }) => (
          <Line key={saleId ?? bookingId} amount={money(minor)}>
            {saleId ? (
              <button type="button" className={way} onClick={() => openCheckout({ kind: "sale", id: saleId })}>
                {say("Sale {number}", { number: number ?? "" })}
              </button>
            ) : (
              <Link className={way} href={`${base}?booking=${bookingId}`}>
                {say("Deposit that was kept")}
              </Link>
            )}
          </Line>
        ))}
      </Lines>
      <Lines title={say("Stock")} empty={stock.length === 0}>
        {stock.map(({ productId, name, reason, change, unit, minor }) => (
          <Line key={`${productId} ${reason}`} amount={money(0 - minor)}>
            <Link className={way} href={productAddress(tenant.id, productId)}>
              {name}
            </Link>
            <span className="text-quiet">
              , {say(reasonWords[reason])}
              {change === 0 ? "" : `: ${changeWords(change, unit)}`}
            </span>
          </Line>
        ))}
      </Lines>
      <Lines title={say("Expenses")} empty={expenses.length === 0}>
        {expenses.map(({ expenseId, description, category, minor }) => (
          <Line key={expenseId} amount={money(0 - minor)}>
            <Link className={way} href={`${base}/expenses?month=${day.slice(0, 7)}&expense=${expenseId}`}>
              {description}
            </Link>
            <span className="text-quiet">, {say.known(categoryWords(category))}</span>
          </Line>
        ))}
      </Lines>
      <Lines title={say("Earnings")} empty={earnings.length === 0}>
        {earnings.map(({ staffId, name, periodId, minor }) => (
          <Line key={staffId} amount={money(0 - minor)}>
            <Link className={way} href={`${base}/payroll/person/${staffId}${periodId ? `?period=${periodId}` : ""}`}>
              {name}
            </Link>
          </Line>
        ))}
      </Lines>
    </div>
  );
}

function Lines({ title, empty, children }: { title: string; empty: boolean; children: ReactNode }) {
  const say = useSay();
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="font-semibold">{title}</h2>
      {empty ? (
        <p className="text-quiet">{say("None on this day.")}</p>
      ) : (
        <ul className="divide-y border-y">{children}</ul>
      )}
    </section>
  );
}

const Line = ({ amount, children }: { amount: string; children: ReactNode }) => (
  <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row)">
    <span className="min-w-0 break-words">{children}</span>
    <span className="text-right tabular-nums">{amount}</span>
  </li>
);
