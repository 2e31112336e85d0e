"use client";

import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Verdict } from "@/db/schema/waiting";
import { formatDayTime, formatTime } from "@/lib/platform/format";
import type { LogLine, LogPage } from "@/lib/waitlist/list-waitlist";
import { logKey } from "./log-key";
import { roundsOf } from "./rounds";

const words: Record<Verdict, Phrase> = {
  offered: phrase("was asked"),
  fits_less: phrase("would fill less of it"),
  waits_less: phrase("has waited less long"),
  other_person: phrase("waits for somebody else"),
  other_times: phrase("cannot come at that hour"),
  no_room: phrase("what they want does not fit in"),
  has_offer: phrase("is being asked about another time"),
  asked_before: phrase("was asked about it before"),
  begins_too_soon: phrase("it begins too soon to ask anybody"),
  many_asked: phrase("many are being asked already"),
  not_bookable: phrase("cannot be booked for it"),
  taken: phrase("took it"),
  declined: phrase("let it go"),
  unanswered: phrase("did not answer in time"),
  ended: phrase("is asked no more: two offers ran out"),
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
  const say = useSay();
  const { tenant } = useShell();
  const [first] = round as [LogLine];
  return (
    <li className="grid gap-1">
      <p className="text-quiet tabular-nums">
        <time dateTime={first.at}>{formatDayTime(first.at, tenant.timeZone, say.language)}</time>
        {about(say, first, tenant.timeZone)}
      </p>
      <ul>
        {round.map(({ id, name, serviceName, verdict, startsAt }) => (
          <li key={id}>
            <span className={verdict === "offered" || verdict === "taken" ? "font-medium" : ""}>{name}</span>{" "}
            {say(words[verdict])}
            <span className="text-quiet tabular-nums">
              {" "}
              · {serviceName}
              {startsAt ? `, ${formatDayTime(startsAt, tenant.timeZone, say.language)}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** What came free. */
function about(say: Say, { freed, freedWith }: LogLine, timeZone: string): string {
  if (!freed) return "";
  const time = `${formatDayTime(freed.startsAt, timeZone, say.language)}–${formatTime(freed.endsAt, timeZone)}`;
  const what = freedWith
    ? say("{time} with {name} came free", { time, name: freedWith })
    : say("{time} came free", { time });
  return ` · ${what}`;
}
