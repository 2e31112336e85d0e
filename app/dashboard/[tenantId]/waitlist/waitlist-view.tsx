"use client";

import { Hourglass } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { apiBase } from "@/app/_components/data/keys";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { Waitlist } from "@/lib/waitlist/list-waitlist";
import { ListLoading } from "../list-loading";
import { PanelButton } from "../members/panel-button";
import { EntryRow } from "./entry-row";
import { OfferLog } from "./offer-log";

/** Who waits for a time to come free, longest first, and how times were given out. */
export function WaitlistView() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<Waitlist>(`${apiBase(tenant.id)}/waitlist`, fetchJson);
  if (!data) return <ListLoading rows={4} />;
  const { entries } = data;
  return (
    <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-8">
      <section aria-label={say("Waiting")} className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {entries.length === 0 ? (
          <EmptyState
            icon={Hourglass}
            title={say("Nobody waits for a time")}
            why={say(
              "Customers put themselves on the list where a day is full, and you can add whoever calls. A time that comes free is offered to one of them at a time.",
            )}
            action={
              <PanelButton to="?add=waiting" kind="plain">
                {say("Add somebody")}
              </PanelButton>
            }
          />
        ) : (
          <>
            <p className="max-w-[70ch] text-quiet">
              {say(
                "A time that comes free is offered to whoever fills most of it, and among those to whoever has waited longest. It is held for them, then offered to the next.",
              )}
            </p>
            <ul className="border-y">
              {entries.map((entry) => (
                <EntryRow key={entry.id} entry={entry} />
              ))}
            </ul>
          </>
        )}
      </section>
      <OfferLog />
    </div>
  );
}
