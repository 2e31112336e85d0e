"use client";

import { Package } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { Count } from "@/lib/inventory/get-count";
import { ListLoading } from "../../../list-loading";
import { countKey } from "../../stock-keys";
import { CountField } from "./count-field";
import { CountResult } from "./count-result";
import { FinishForm } from "./finish-form";

/** A count while it is done, blind; and what it found. */
export function CountView({ countId }: { countId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data: count } = useSWR<Count>(countKey(tenant.id, countId), fetchJson);
  if (!count) return <ListLoading rows={8} />;
  const frame = "grid max-w-200 grid-cols-[minmax(0,1fr)] gap-4 px-4 pt-4 md:px-6 xl:pl-8";
  if (count.finishedAt)
    return (
      <div className={frame}>
        <CountResult count={count} />
      </div>
    );
  const { lines } = count;
  const done = lines.filter(({ counted }) => counted !== null).length;
  if (lines.length === 0)
    return (
      <div className={frame}>
        <EmptyState
          icon={Package}
          title={say("There is nothing to count")}
          why={say("An owner or a manager says on the shelf which products are counted. They then stand here.")}
          action={null}
        />
      </div>
    );
  return (
    <div className={frame}>
      <div className="grid gap-2">
        <p role="status" className="font-medium tabular-nums">
          {say("{done} of {all} counted", { done, all: lines.length })}
        </p>
        <p className="text-quiet">
          {say("Type what lies there. Each number is kept as soon as you go on to the next.")}
        </p>
      </div>
      <ul aria-label={say("To count")} className="divide-y border-y">
        {lines.map((line) => (
          <CountField key={line.productId} countId={countId} line={line} />
        ))}
      </ul>
      <FinishForm countId={countId} left={lines.length - done} done={done} />
    </div>
  );
}
