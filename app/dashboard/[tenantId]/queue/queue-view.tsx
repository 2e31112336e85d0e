"use client";

import { Ticket } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { apiBase } from "@/app/_components/data/keys";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { Queue } from "@/lib/waitlist/list-queue";
import { ListLoading } from "../list-loading";
import { PanelButton } from "../members/panel-button";
import { TurnLog } from "./turn-log";
import { TurnRow } from "./turn-row";

/** Who is here and waits, in the order of their turns. */
export function QueueView() {
  const say = useSay();
  const { tenant } = useShell();
  // The clock goes on though nothing happens: how long each has to wait is reckoned anew.
  const { data } = useSWR<Queue>(`${apiBase(tenant.id)}/queue`, fetchJson, { refreshInterval: 60_000 });
  if (!data) return <ListLoading rows={4} />;
  const { tickets, log, servedToday } = data;
  return (
    <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-8">
      <section aria-label={say("Waiting")} className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {tickets.length === 0 ? (
          <EmptyState
            icon={Ticket}
            title={servedToday > 0 ? say("Nobody waits") : say("Nobody waits yet")}
            why={[
              say(
                "Somebody who comes without a booking gets a number with Walk-in, when nobody is free for them at once.",
              ),
              servedToday > 0 ? say("{servedToday} had their turn today.", { servedToday }) : "",
            ]
              .filter(Boolean)
              .join(" ")}
            action={
              <PanelButton to="?add=walk-in" kind="plain">
                {say("Walk-in")}
              </PanelButton>
            }
          />
        ) : (
          <>
            <p className="text-quiet">
              {servedToday > 0
                ? say(
                    "{many, plural, one {One person waits} other {{many} people wait}}, {servedToday} had their turn today. Each wait is the engine’s earliest start after everybody before them.",
                    { many: tickets.length, servedToday },
                  )
                : say(
                    "{many, plural, one {One person waits} other {{many} people wait}}. Each wait is the engine’s earliest start after everybody before them.",
                    { many: tickets.length },
                  )}
            </p>
            <ol className="border-y">
              {tickets.map((ticket, at) => (
                <TurnRow key={ticket.id} ticket={ticket} before={at} />
              ))}
            </ol>
          </>
        )}
      </section>
      {log.length > 0 ? <TurnLog lines={log} /> : null}
    </div>
  );
}
