"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import type { PlatformHealth } from "@/app/_server/platform-health";
import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { formatMoment, healthKey } from "../words";

const everyMs = 5_000;
const many = new Intl.NumberFormat("en-KE");
const wakes: Record<string, Phrase> = {
  near: phrase("at once"),
  bell: phrase("by the bell"),
  poll: phrase("by looking"),
  replay: phrase("caught up"),
  catchup: phrase("after a gap"),
};
const doors: Record<string, Phrase> = { node: phrase("By the lean door"), route: phrase("By the route") };

/** How everything that has to run is running, looked at every five seconds. */
export function HealthView() {
  const say = useSay();
  const { data, error } = useSWR<PlatformHealth>(healthKey, fetchJson, { refreshInterval: everyMs });
  if (!data) return null;
  const { reasons, health, streams } = data;
  const isWell = reasons.length === 0 && health !== null && !error;
  return (
    <div className="grid max-w-240 gap-8">
      <p role="status" className="flex items-start gap-2 text-md font-medium">
        {isWell ? (
          <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-confirmed" />
        ) : (
          <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-danger" />
        )}
        {error
          ? say("The server does not answer; this is how it was.")
          : isWell
            ? say("Everything runs.")
            : sentence(reasons.map(say.known))}
      </p>
      {health ? <Stored health={health} /> : null}
      <Part title={say("Streams")} note={say("Of the process that answered.")}>
        <Figure label={say("{of, select, other {Open}}", { of: "streams" })}>{sumOf(streams.open)}</Figure>
        {streams.open.map(({ door, many: open }) => (
          <Figure key={door} label={doors[door] ? say(doors[door]) : say("By {door}", { door })}>
            {many.format(open)}
          </Figure>
        ))}
        <Figure label={say("Hears the database")}>{streams.listening ? say("Yes") : say("No")}</Figure>
        <Figure label={say("Delivered")}>{sumOf(streams.deliveries)}</Figure>
        {streams.deliveries.map(({ wake, many: told }) => (
          <Figure key={wake} label={wakes[wake] ? say(wakes[wake]) : wake}>
            {many.format(told)}
          </Figure>
        ))}
        <Figure label={say("Half within")}>{lag(say, streams.lagMs.half)}</Figure>
        <Figure label={say("95 % within")}>{lag(say, streams.lagMs.most)}</Figure>
        <Figure label={say("Told to start over")}>{many.format(streams.resets)}</Figure>
        <Figure label={say("Ended by us")}>{many.format(streams.cuts)}</Figure>
        <Figure label={say("Listened anew")}>{many.format(streams.reconnects)}</Figure>
      </Part>
    </div>
  );
}

function Stored({ health: { at, database, log, work } }: { health: NonNullable<PlatformHealth["health"]> }) {
  const say = useSay();
  return (
    <>
      <Part
        title={say("Database")}
        note={say("PostgreSQL {version}, as of {at}.", {
          version: database.version,
          at: formatMoment(at, say.language),
        })}
      >
        <Figure label={say("Answers in")}>{say("{ms} ms", { ms: database.answeredMs })}</Figure>
        <Figure label={say("Size")}>
          {say("{mb} MB", { mb: many.format(Math.ceil(database.sizeBytes / 1_048_576)) })}
        </Figure>
        <Figure label={say("Connections")}>
          {say("{open} of {most}", { open: database.connections, most: database.mostConnections })}
        </Figure>
        <Figure label={say("Events in an hour")}>{many.format(log.events)}</Figure>
        <Figure label={say("Not reacted to yet")}>{many.format(log.behind)}</Figure>
      </Part>
      <Part
        title={say("Work")}
        note={
          work.workers[0]
            ? say("A worker was heard of {when}.", { when: formatMoment(work.workers[0], say.language) })
            : say("No worker is heard of.")
        }
      >
        <Figure label={say("Workers")}>{work.workers.length}</Figure>
        <Figure label={say("Waiting")}>{many.format(work.waiting)}</Figure>
        <Figure label={say("Running")}>{many.format(work.running)}</Figure>
        <Figure label={say("Tried again later")}>{many.format(work.failing)}</Figure>
        <Figure label={say("Overdue by a minute")}>{many.format(work.overdue)}</Figure>
        <Figure label={say("Given up")}>
          {work.given_up > 0 ? (
            <Link href="/admin/work" className="underline underline-offset-4">
              {many.format(work.given_up)}
            </Link>
          ) : (
            "0"
          )}
        </Figure>
      </Part>
    </>
  );
}

const sentence = (reasons: readonly string[]): string =>
  `${reasons.join("; ").replace(/^./, (first) => first.toUpperCase())}.`;
const sumOf = (all: readonly { many: number }[]): string => many.format(all.reduce((sum, one) => sum + one.many, 0));
const lag = (say: Say, ms: number | null): string => (ms === null ? "–" : say("{ms} ms", { ms: many.format(ms) }));

function Part({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 border-t pt-5">
      <h2>{title}</h2>
      <p className="text-quiet">{note}</p>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">{children}</dl>
    </section>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col-reverse justify-end">
      <dt className="text-quiet">{label}</dt>
      <dd className="text-lg font-semibold tabular-nums">{children}</dd>
    </div>
  );
}
