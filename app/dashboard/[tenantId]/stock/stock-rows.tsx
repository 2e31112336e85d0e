"use client";

import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { StockRow } from "@/lib/inventory/list-stock";
import { inUnit } from "@/lib/inventory/rules";
import { formatMoney } from "@/lib/platform/format";
import { productAddress } from "./stock-keys";
import { leftWords } from "./stock-words";

/** What is on the shelf; each opens a page of its own. */
export function StockRows({ rows, currency }: { rows: readonly StockRow[]; currency: string }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <ul aria-label={say("On the shelf")} className="divide-y border-y">
      {rows.map(({ productId, name, active, unit, onHand, reorderLevel, low, valueMinor }) => (
        <li key={productId}>
          <Link
            href={productAddress(tenant.id, productId)}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row) transition-colors hover:bg-wash"
          >
            <span className="truncate font-medium">{name}</span>
            <span className={`text-right font-medium tabular-nums ${low || onHand < 0 ? "text-danger" : ""}`}>
              {leftWords(say, onHand, unit)}
            </span>
            <span className="min-w-0 truncate text-quiet">
              {low
                ? say("Running low: {units} or fewer", { units: inUnit(reorderLevel!, unit) })
                : reorderLevel === null
                  ? say("No level set")
                  : say("Low at {units}", { units: inUnit(reorderLevel, unit) })}
              {active ? "" : ` · ${say("not sold")}`}
            </span>
            <span className="text-right text-quiet tabular-nums">
              {valueMinor === null ? "" : formatMoney(valueMinor, currency)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
