"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import type { PlatformHealth } from "@/app/_server/platform-health";
import { useSay } from "@/app/_words/use-say";
import { formatMoment, healthKey } from "../words";

const everyMs = 5_000;
const many = new Intl.NumberFormat("en-KE");
const wakes: Record<string, string> = {
  bell: "by the bell",
  poll: "by looking",
  replay: "caught up",
  catchup: "after a gap",
};
const doors: Record<string, string> = { node: "the lean door", route: "the route" };

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
            : sentence(reasons)}
      </p>
      {health ? <Stored health={health} /> : null}
      <Part title={say("Streams")} note={say("Of the process that answered.")}>
        <Figure name="Open">{sumOf(streams.open)}</Figure>
        {streams.open.map(({ door, many: open }) => (
          <Figure key={door} name={`By ${doors[door] ?? door}`}>
            {many.format(open)}
          </Figure>
        ))}
        <Figure name="Hears the database">{streams.listening ? "Yes" : "No"}</Figure>
        <Figure name="Delivered">{sumOf(streams.deliveries)}</Figure>
        {streams.deliveries.map(({ wake, many: told }) => (
          <Figure key={wake} name={wakes[wake] ?? wake}>
            {many.format(told)}
          </Figure>
        ))}
        <Figure name="Half within">{lag(streams.lagMs.half)}</Figure>
        <Figure name="95 % within">{lag(streams.lagMs.most)}</Figure>
        <Figure name="Told to start over">{many.format(streams.resets)}</Figure>
        <Figure name="Ended by us">{many.format(streams.cuts)}</Figure>
        <Figure name="Listened anew">{many.format(streams.reconnects)}</Figure>
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
        note={say("PostgreSQL {version}, as of {at}.", { version: database.version, at: formatMoment(at) })}
      >
        <Figure name="Answers in">{database.answeredMs} ms</Figure>
        <Figure name="Size">{many.format(Math.ceil(database.sizeBytes / 1_048_576))} MB</Figure>
        <Figure name="Connections">
          {database.connections} of {database.mostConnections}
        </Figure>
        <Figure name="Events in an hour">{many.format(log.events)}</Figure>
        <Figure name="Not reacted to yet">{many.format(log.behind)}</Figure>
      </Part>
      <Part
        title={say("Work")}
        note={
          work.workers[0]
            ? say("A worker was heard of {one}.", { one: formatMoment(work.workers[0]) })
            : say("No worker is heard of.")
        }
      >
        <Figure name="Workers">{work.workers.length}</Figure>
        <Figure name="Waiting">{many.format(work.waiting)}</Figure>
        <Figure name="Running">{many.format(work.running)}</Figure>
        <Figure name="Tried again later">{many.format(work.failing)}</Figure>
        <Figure name="Overdue by a minute">{many.format(work.overdue)}</Figure>
        <Figure name="Given up">
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
const lag = (ms: number | null): string => (ms === null ? "–" : `${many.format(ms)} ms`);

function Part({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 border-t pt-5">
      <h2>{title}</h2>
      <p className="text-quiet">{note}</p>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">{children}</dl>
    </section>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col-reverse justify-end">
      <dt className="text-quiet">{name}</dt>
      <dd className="text-lg font-semibold tabular-nums">{children}</dd>
    </div>
  );
}
