"use client";

import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { Verdict } from "@/db/schema/waiting";
import { formatDayTime, formatTime } from "@/lib/platform/format";
import type { LogLine, LogPage } from "@/lib/waitlist/list-waitlist";
import { logKey } from "./log-key";
import { roundsOf } from "./rounds";

const words: Record<Verdict, string> = {
  offered: "was asked",
  fits_less: "would fill less of it",
  waits_less: "has waited less long",
  other_person: "waits for somebody else",
  other_times: "cannot come at that hour",
  no_room: "what they want does not fit in",
  has_offer: "is being asked about another time",
  asked_before: "was asked about it before",
  begins_too_soon: "it begins too soon to ask anybody",
  many_asked: "many are being asked already",
  not_bookable: "cannot be booked for it",
  taken: "took it",
  declined: "let it go",
  unanswered: "did not answer in time",
  ended: "is asked no more: two offers ran out",
};

/** Everybody who was asked or passed over, and why, newest first. */
export function OfferLog() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<LogPage>(logKey(tenant.id, ""), fetchJson);
  const [pages, setPages] = useState(1);
  if (!data || data.lines.length === 0) return null;
  return (
    <section aria-labelledby="offers" className="grid gap-3">
      <h2 id="offers" className="font-semibold">
        {say("How free times were given out")}
      </h2>
      <Page cursor="" more={pages - 1} onMore={() => setPages(pages + 1)} />
    </section>
  );
}

type PageOf = { cursor: string; more: number; onMore(): void };

/** Each page asks for the next one, so that what is new moves them all. */
function Page({ cursor, more, onMore }: PageOf) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<LogPage>(logKey(tenant.id, cursor), fetchJson, { keepPreviousData: true });
  if (!data) return null;
  return (
    <>
      <ol className="grid gap-4">
        {roundsOf(data.lines).map((round) => (
          <Round key={round[0]!.id} round={round} />
        ))}
      </ol>
      {data.next && more > 0 ? <Page cursor={data.next} more={more - 1} onMore={onMore} /> : null}
      {data.next && more === 0 ? (
        <Button className="justify-self-start" onClick={onMore}>
          {say("Show earlier ones")}
        </Button>
      ) : null}
    </>
  );
}

function Round({ round }: { round: readonly LogLine[] }) {
  const { tenant } = useShell();
  const [first] = round as [LogLine];
  return (
    <li className="grid gap-1">
      <p className="text-quiet tabular-nums">
        <time dateTime={first.at}>{formatDayTime(first.at, tenant.timeZone)}</time>
        {about(first, tenant.timeZone)}
      </p>
      <ul>
        {round.map(({ id, name, serviceName, verdict, startsAt }) => (
          <li key={id}>
            <span className={verdict === "offered" || verdict === "taken" ? "font-medium" : ""}>{name}</span>{" "}
            {words[verdict]}
            <span className="text-quiet tabular-nums">
              {" "}
              · {serviceName}
              {startsAt ? `, ${formatDayTime(startsAt, tenant.timeZone)}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** What came free. */
function about({ freed, freedWith }: LogLine, timeZone: string): string {
  if (!freed) return "";
  const { startsAt, endsAt } = freed;
  return ` · ${formatDayTime(startsAt, timeZone)}–${formatTime(endsAt, timeZone)}${freedWith ? ` with ${freedWith}` : ""} came free`;
}
