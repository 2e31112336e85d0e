"use client";

import { ClipboardCheck } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { CountList, CountRow } from "@/lib/inventory/list-counts";
import { formatDate } from "@/lib/platform/format";
import { ListLoading } from "../../list-loading";
import { countAddress, countsKey } from "../stock-keys";
import { costWords } from "../stock-words";
import { StartCount } from "./start-count";

/** The counts, the newest first; one may be open. */
export function CountsView() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<CountList>(countsKey(tenant.id), fetchJson);
  if (!data) return <ListLoading rows={4} />;
  return (
    <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-4 px-4 pt-4 md:px-6 xl:pl-8">
      <div className="flex flex-wrap gap-2">
        <StartCount />
      </div>
      {data.counts.length === 0 ? (
        <EmptyState
          icon={ClipboardCheck}
          title={say("Nothing has been counted yet")}
          why={say(
            "Go along the shelf with your phone and type what lies there. How many there should be is told at the end, so that nobody counts what they expect.",
          )}
          action={null}
        />
      ) : (
        <ul aria-label={say("Counts")} className="divide-y border-y">
          {data.counts.map((count) => (
            <li key={count.id}>
              <Link
                href={countAddress(tenant.id, count.id)}
                className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row) transition-colors hover:bg-wash"
              >
                <span className="font-medium tabular-nums">
                  {formatDate(count.startedAt, tenant.timeZone, say.language)}
                </span>
                <span className="text-right font-medium">{outcomeOf(say, count)}</span>
                <span className="min-w-0 truncate text-quiet">
                  {[count.startedBy, count.note].filter(Boolean).join(" · ")}
                </span>
                <span className="text-right text-quiet tabular-nums">
                  {count.offMinor ? costWords(count.offMinor, data.currency) : ""}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function outcomeOf(say: Say, { counted, different }: CountRow): string {
  if (different === null) return say("Open: {counted} counted", { counted });
  if (counted === 0) return say("Thrown away");
  return different === 0
    ? say("{counted} counted, all as it should be", { counted })
    : say("{counted} counted, {different} different", { counted, different });
}
