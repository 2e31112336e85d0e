"use client";

import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { formatDayTime } from "@/lib/platform/format";
import type { Merged } from "@/lib/records/find-duplicates";
import { makeTwo } from "../record-actions";

/** Who was made one lately, and the way back. */
export function MergedList({ merged }: { merged: readonly Merged[] }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("customers");
  const part = async ({ id, kept }: Merged) => {
    const answer = await act((tenantId) => makeTwo(tenantId, { mergeId: id }));
    if (answer.ok) toast(say("{name} is two customers again", { name: kept.name }));
    else toast.error(answer.problem);
  };
  return (
    <section aria-label={say("Made one lately")} className="grid gap-2">
      <h2 className="font-semibold">{say("Made one lately")}</h2>
      <ul className="divide-y border-y">
        {merged.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="min-w-0">
              <span className="block break-words font-medium">{one.kept.name}</span>
              <span className="block text-quiet">
                {formatDayTime(one.at, tenant.timeZone, say.language)}
                {one.by ? say(", by {name}", { name: one.by }) : ""}
              </span>
            </span>
            <Button onClick={() => part(one)} aria-label={say("Take apart: {name}", { name: one.kept.name })}>
              {say("Take apart")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
