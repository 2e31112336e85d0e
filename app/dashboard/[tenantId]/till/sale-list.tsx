"use client";

import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { formatMoney, formatTime } from "@/lib/platform/format";
import type { SaleItem } from "@/lib/till/get-till";
import { openCheckout } from "./checkout/checkout-address";

type Props = { title: string; sales: SaleItem[]; currency: string; more?: boolean };

/** Sales, latest first; each opens beside the page. */
export function SaleList({ title, sales, currency, more }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="font-semibold">{title}</h2>
      <ul className="divide-y border-y">
        {sales.map((sale) => (
          <li key={sale.id}>
            <button
              type="button"
              data-sale={sale.number}
              onClick={() => openCheckout({ kind: "sale", id: sale.id })}
              className="grid w-full grid-cols-[2.5rem_minmax(0,1fr)_auto] gap-x-3 py-(--row) text-left transition-colors hover:bg-wash"
            >
              <span className="font-medium tabular-nums">{sale.number}</span>
              <span className="min-w-0">
                <span className="block truncate font-medium">{sale.customerName ?? say("Walk-in")}</span>
                <span className="block truncate text-quiet">{sale.what.join(", ")}</span>
              </span>
              <span className="text-right">
                <span
                  className={`block tabular-nums ${sale.status === "voided" ? "text-quiet line-through" : "font-medium"}`}
                >
                  {formatMoney(sale.totalMinor, currency)}
                </span>
                <span className={`block tabular-nums ${sale.status === "open" ? "text-requested" : "text-quiet"}`}>
                  {sale.status === "open"
                    ? sale.owedMinor === sale.totalMinor
                      ? say("to pay")
                      : say("{money} left", { money: formatMoney(sale.owedMinor, currency) })
                    : sale.status === "voided"
                      ? say("void")
                      : formatTime(sale.createdAt, tenant.timeZone)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {more ? <p className="text-quiet">{say("Only the last ones are listed.")}</p> : null}
    </section>
  );
}
