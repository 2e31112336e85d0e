"use client";

import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { TimelinePage } from "@/lib/customers/timeline";
import { type TimelineKind, timelineKinds } from "@/lib/customers/timeline-kinds";
import { ListLoading } from "../../list-loading";
import { timelineKey } from "../customer-keys";
import { TimelineRow } from "./timeline-row";

/** Whoever serves sees no money and nothing that was written, so there is nothing to ask for. */
const ofDesk: ReadonlySet<TimelineKind> = new Set([
  "payment",
  "message",
  "conversation",
  "points",
  "voucher",
  "review",
  "consent",
]);

/** What happened with them, latest first; all of it, or of one kind. */
export function TimelineSection({ customerId }: { customerId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const [kind, setKind] = useState<TimelineKind | undefined>();
  const [pages, setPages] = useState(1);
  const choose = (next: TimelineKind | undefined) => {
    setKind(next);
    setPages(1);
  };
  const kinds = timelineKinds.filter(({ value }) => tenant.may.includes("customers.manage") || !ofDesk.has(value));
  return (
    <section aria-labelledby="timeline" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 id="timeline" className="font-semibold">
        {say("What happened")}
      </h2>
      <fieldset className="-mx-4 flex min-w-0 gap-1.5 overflow-x-auto px-4 pb-1 sm:mx-0 sm:flex-wrap sm:px-0">
        <legend className="sr-only">{say("Shown")}</legend>
        {[
          { value: undefined, label: say("Everything") },
          ...kinds.map(({ value, label }) => ({ value, label: say.known(label) })),
        ].map(({ value, label }) => (
          <Button
            key={label}
            aria-pressed={kind === value}
            onClick={() => choose(value)}
            className="shrink-0 aria-pressed:border-ink aria-pressed:bg-wash"
          >
            {label}
          </Button>
        ))}
      </fieldset>
      <Page
        customerId={customerId}
        kind={kind}
        cursor=""
        left={pages}
        onMore={() => setPages(pages + 1)}
        key={kind ?? "all"}
      />
    </section>
  );
}

type PageProps = {
  customerId: string;
  kind: TimelineKind | undefined;
  cursor: string;
  left: number;
  onMore(): void;
};

function Page({ customerId, kind, cursor, left, onMore }: PageProps) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<TimelinePage>(timelineKey(tenant.id, customerId, kind, cursor), fetchJson, {
    keepPreviousData: true,
  });
  if (!data) return <ListLoading rows={4} />;
  if (data.items.length === 0 && !cursor) return <p className="text-quiet">{say("Nothing yet.")}</p>;
  return (
    <>
      <ol aria-label={cursor ? say("Earlier") : say("What happened")} className="divide-y border-y">
        {data.items.map((item) => (
          <TimelineRow key={`${item.kind} ${item.id}`} item={item} customerId={customerId} />
        ))}
      </ol>
      {data.nextCursor && left > 1 ? (
        <Page customerId={customerId} kind={kind} cursor={data.nextCursor} left={left - 1} onMore={onMore} />
      ) : null}
      {data.nextCursor && left === 1 ? (
        <Button className="justify-self-center" onClick={onMore}>
          {say("Show more")}
        </Button>
      ) : null}
    </>
  );
}
