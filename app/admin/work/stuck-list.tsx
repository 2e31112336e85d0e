"use client";

import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { StuckTold } from "@/lib/admin/stuck-words";
import { formatMoment, workKey } from "../words";
import { tryAllAgain } from "./actions";
import { AgainButton } from "./again-button";

/** What was given up, oldest first; live. */
export function StuckList() {
  const say = useSay();
  const { data, mutate } = useSWR<{ items: StuckTold[] }>(workKey, fetchJson);
  const [busy, setBusy] = useState(false);
  if (!data) return null;
  const { items } = data;
  if (items.length === 0)
    return (
      <EmptyState
        icon={CircleCheck}
        title={say("Nothing is stuck")}
        why={say("All that was due is done or on its way.")}
      />
    );
  const all = async () => {
    setBusy(true);
    const answer = await tryAllAgain({ ids: items.map(({ id }) => id) }).catch(() => null);
    if (!answer) toast(say("That did not reach the server"), { description: say("Please try again.") });
    else toast(answer.ok ? say("{count} tried again", { count: answer.value }) : say.known(answer.problem));
    await mutate();
    setBusy(false);
  };
  return (
    <>
      {items.length > 1 ? (
        <Button className="mb-3" disabled={busy} onClick={all}>
          {say("Try all {count} again", { count: items.length })}
        </Button>
      ) : null}
      <ul aria-label={say("Stuck work")} className="max-w-240 border-y">
        {items.map(({ id, slug, since, tries, what, why }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t py-3 first:border-t-0">
            <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
              <span className="font-medium">{say.known(what)}</span>
              <span>{say.known(why)}</span>
              <span className="text-quiet">
                {say("{business}, since {since}, tried {tries} times", {
                  business: slug ?? say("no business"),
                  since: formatMoment(since, say.language),
                  tries,
                })}
              </span>
            </div>
            <AgainButton id={id} />
          </li>
        ))}
      </ul>
    </>
  );
}
