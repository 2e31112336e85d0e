"use client";

import { useSay } from "@/app/_words/use-say";
import { formatMoney, formatTime } from "@/lib/platform/format";
import type { VisitItem } from "@/lib/visits/list-visits";
import { openPanel } from "../members/panel-address";
import { visitAddress } from "./visit-address";

/** One visit: a row on wide screens, two lines on phones. Opens its panel. */
export function VisitRow({ visit, timeZone }: { visit: VisitItem; timeZone: string }) {
  const say = useSay();
  const { id, startedAt, completedAt, customerName, services, staffNames, totalMinor, currency } = visit;
  return (
    <li className="border-t first:border-t-0">
      <a
        href={`?visit=${id}`}
        data-visit={id}
        onClick={(event) => openPanel(event, visitAddress(id))}
        className="grid grid-cols-[3.25rem_minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 px-4 py-(--row) transition-colors hover:bg-wash focus-visible:-outline-offset-2 md:grid-cols-[6.5rem_minmax(0,2fr)_minmax(0,3fr)_6rem] md:px-6 xl:pl-8"
      >
        <span className="font-semibold tabular-nums">
          {formatTime(startedAt, timeZone)}
          <span className="hidden font-normal text-quiet md:inline">
            {completedAt ? ` – ${formatTime(completedAt, timeZone)}` : ` – ${say("now")}`}
          </span>
        </span>
        <span className="min-w-0 truncate font-medium">{customerName}</span>
        <span className="col-span-2 col-start-2 row-start-2 flex gap-[0.5ch] text-quiet md:col-span-1 md:col-start-3 md:row-start-1">
          <span className="truncate">{services.join(", ")}</span>
          <span className="max-w-full shrink-0 truncate">{say("by {who}", { who: staffNames.join(", ") })}</span>
        </span>
        <span className="text-right tabular-nums">{formatMoney(totalMinor, currency)}</span>
      </a>
    </li>
  );
}
