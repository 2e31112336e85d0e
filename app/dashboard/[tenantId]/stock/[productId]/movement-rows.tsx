"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { Movement } from "@/lib/inventory/list-movements";
import { inUnit } from "@/lib/inventory/rules";
import { formatDayTime } from "@/lib/platform/format";
import { countAddress } from "../stock-keys";
import { changeWords, costWords, reasonWords } from "../stock-words";

/** What came, went or was found, with what it was for. */
export function MovementRows({ movements, currency }: { movements: readonly Movement[]; currency: string }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <ul aria-label={say("Movements")} className="divide-y border-y">
      {movements.map((one) => {
        const { id, unit, reason, change, onHandAfter, costMinor, below, note, at, by } = one;
        return (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row)">
            <span className="min-w-0 font-medium break-words">
              {say(reasonWords[reason])}
              <WhatFor movement={one} tenantId={tenant.id} />
            </span>
            <span className="text-right font-medium tabular-nums">
              {reason === "revalued" ? "" : changeWords(change, unit)}
            </span>
            <span className="min-w-0 text-quiet break-words">
              {formatDayTime(at, tenant.timeZone, say.language)}
              {by ? ` · ${by}` : ""}
              {note ? ` · ${note}` : ""}
              {below ? <span className="text-danger"> · {say("more than there was")}</span> : null}
            </span>
            <span className="text-right text-quiet tabular-nums">
              {costMinor === null
                ? say("{units} then", { units: inUnit(onHandAfter, unit) })
                : costWords(costMinor, currency)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function WhatFor({ movement, tenantId }: { movement: Movement; tenantId: string }): ReactNode {
  const say = useSay();
  const { sale, visitId, service, countId } = movement;
  const [to, words] = sale
    ? [`/dashboard/${tenantId}/till?checkout=sale:${sale.id}`, say("Sale {number}", { number: sale.number })]
    : visitId
      ? [`/dashboard/${tenantId}/visits?visit=${visitId}`, service ?? say("Visit")]
      : countId
        ? [countAddress(tenantId, countId), say("Count")]
        : [];
  return to ? (
    <>
      {": "}
      <Link href={to} className="underline">
        {words}
      </Link>
    </>
  ) : null;
}
