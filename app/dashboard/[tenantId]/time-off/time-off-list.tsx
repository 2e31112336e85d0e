"use client";

import { Palmtree } from "lucide-react";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { TimeOffPage } from "@/lib/staff/list-time-off";
import { ListLoading } from "../list-loading";
import { timeOffKey } from "./time-off-key";
import { TimeOffRow } from "./time-off-row";

type Asked = { view: "coming" | "past"; staff: string | undefined };

/** What waits for an answer first, then what is decided. */
export function TimeOffList(asked: Asked) {
  const [pages, setPages] = useState(1);
  return <Page {...asked} cursor="" more={pages - 1} onMore={() => setPages(pages + 1)} />;
}

type PageOf = Asked & { cursor: string; more: number; onMore(): void };

function Page({ view, staff, cursor, more, onMore }: PageOf) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<TimeOffPage>(timeOffKey(tenant.id, { view, staff, cursor }), fetchJson, {
    keepPreviousData: true,
  });
  if (!data) return <ListLoading rows={4} />;
  const { waiting, items, nextCursor } = data;
  if (waiting.length + items.length === 0 && !cursor) return <Empty view={view} staff={staff} />;
  return (
    <>
      {waiting.length > 0 ? (
        <section aria-label={say("Waiting for an answer")}>
          <h2 className={heading}>{say("Waiting for an answer")}</h2>
          <ul>
            {waiting.map((item) => (
              <TimeOffRow key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ) : null}
      {items.length > 0 ? (
        <section aria-label={view === "past" ? say("Past") : say("Decided")}>
          {cursor === "" ? (
            <h2 className={heading}>{view === "past" ? say("Past, the latest first") : say("Decided")}</h2>
          ) : null}
          <ul>
            {items.map((item) => (
              <TimeOffRow key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ) : null}
      {nextCursor && more > 0 ? (
        <Page view={view} staff={staff} cursor={nextCursor} more={more - 1} onMore={onMore} />
      ) : null}
      {nextCursor && more === 0 ? (
        <div className="px-4 py-4 md:px-6 xl:pl-8">
          <Button onClick={onMore}>{say("Load more")}</Button>
        </div>
      ) : null}
    </>
  );
}

const heading = "border-b bg-canvas px-4 py-1.5 font-medium text-quiet md:px-6 xl:pl-8";

function Empty({ view, staff }: Asked) {
  const say = useSay();
  const { tenant } = useShell();
  const decides = tenant.may.includes("time_off.decide");
  const isMine = staff !== undefined && staff === tenant.staffId;
  const title =
    staff === undefined ? say("Nobody is away") : isMine ? say("Nothing of yours") : say("Nothing of theirs");
  const why =
    view === "past"
      ? say("What is over is kept here.")
      : decides && isMine
        ? say("Enter a day or some hours, and nobody can book you meanwhile.")
        : decides
          ? say(
              "Your people ask for it on their own page, and you answer here. You can also enter it for them. Nobody can book them meanwhile.",
            )
          : say("Ask for a day or some hours. You are told as soon as somebody has answered.");
  return (
    <div className="px-4 md:px-6 xl:pl-8">
      <EmptyState icon={Palmtree} title={title} why={why} />
    </div>
  );
}
