"use client";

import { Ban, CalendarCheck2, Coffee, Hourglass, type LucideIcon, Palmtree } from "lucide-react";
import type { ReactNode } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { MyDay } from "@/lib/bookings/my-day";
import { formatTime } from "@/lib/platform/format";
import { minuteWords } from "@/lib/services/rules";
import { iso } from "../calendar/iso";
import { isOver, type Row, rowsOf, standing } from "./timeline";
import { useUnblock } from "./use-block";
import { WorkRow } from "./work-row";

type Props = { day: MyDay; now: number; isToday: boolean };
type RowsProps = { rows: readonly Row[]; now: number; due?: ReadonlySet<string> };

/** The day from top to bottom; what is over is at hand, and not in the way. */
export function DayList({ day, now, isToday }: Props) {
  const say = useSay();
  const rows = rowsOf(day, now);
  const over = isToday ? rows.filter((row) => isOver(row, now)) : [];
  const rest = rows.filter((row) => !over.includes(row));
  if (day.work.length === 0 && day.blocks.length === 0 && day.kept.length === 0)
    return (
      <>
        <div className="px-4 md:px-6 xl:pl-8">
          <EmptyState icon={CalendarCheck2} title={say("Nothing is booked with you")} why={whyEmpty(say, day, rest)} />
        </div>
        <Rows rows={rest} now={now} />
      </>
    );
  return (
    <>
      {over.length > 0 ? (
        <details className="border-b">
          <summary className="flex min-h-11 items-center px-4 text-quiet hover:text-ink md:px-6 xl:pl-8">
            {say("Earlier ({count})", { count: over.length })}
          </summary>
          <Rows rows={over} now={now} />
        </details>
      ) : null}
      {rest.length > 0 ? (
        <Rows rows={rest} now={now} due={dueIn(day, now)} />
      ) : (
        <p className="px-4 py-4 text-quiet md:px-6 xl:pl-8">{say("That was the day.")}</p>
      )}
    </>
  );
}

/** Whose next step is the next thing to do. */
function dueIn(day: MyDay, now: number): ReadonlySet<string> {
  const { now: serving, next } = standing(day, now);
  return new Set([...serving, ...(next && serving.length === 0 ? [next] : [])].map(({ id }) => id));
}

function whyEmpty(say: Say, { windows, off }: MyDay, rest: readonly Row[]): string {
  if (windows.length === 0) return say("You do not work then.");
  if (off.length > 0 && !rest.some(({ kind }) => kind === "free")) return say("You have time off.");
  return say("Appointments appear here by themselves, the moment somebody books you.");
}

const Rows = ({ rows, now, due = new Set() }: RowsProps) => (
  <ol>
    {rows.map((row) => (
      <li key={row.key} className="border-b">
        {row.kind === "work" ? (
          <WorkRow work={row.work} now={now} isDue={due.has(row.work.id)} />
        ) : (
          <OtherRow row={row} now={now} />
        )}
      </li>
    ))}
  </ol>
);

type Other = Exclude<Row, { kind: "work" }>;
const looks: Record<Other["kind"], { icon: LucideIcon | null; word: Phrase }> = {
  free: { icon: null, word: phrase("Free") },
  break: { icon: Coffee, word: phrase("Break") },
  off: { icon: Palmtree, word: phrase("Time off") },
  block: { icon: Ban, word: phrase("Blocked") },
  kept: { icon: Hourglass, word: phrase("Somebody is booking this time") },
};

function OtherRow({ row, now }: { row: Other; now: number }) {
  const say = useSay();
  const { tenant } = useShell();
  const { icon: Icon, word } = looks[row.kind];
  const time = (minute: number) => formatTime(iso(minute), tenant.timeZone);
  return (
    <div
      data-row={row.kind}
      className="grid min-h-11 grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-2 text-quiet md:px-6 xl:pl-8"
    >
      <span className="tabular-nums">{time(row.from)}</span>
      <span className="flex min-w-0 items-center gap-2">
        {Icon ? <Icon aria-hidden className="size-4 shrink-0" /> : null}
        <span className="min-w-0 break-words tabular-nums">
          {say("{what} until {time}", { what: say(word), time: time(row.to) })}
          {row.kind === "free" ? ` · ${minuteWords(Math.floor(row.to - row.from), say.language)}` : ""}
          <Said row={row} />
        </span>
      </span>
      {row.kind === "block" && row.to > now ? <TakeOff id={row.block.id} what={row.block.reason} /> : null}
    </div>
  );
}

function Said({ row }: { row: Other }): ReactNode {
  const say = useSay();
  if (row.kind === "block") return <span className="block text-ink">{row.block.reason}</span>;
  if (row.kind === "free")
    return row.during ? <span className="block">{say("While {name} waits", { name: row.during })}</span> : null;
  return row.kind === "kept" && row.kept.for ? (
    <span className="block">{say("Proposed to {name}", { name: row.kept.for })}</span>
  ) : null;
}

function TakeOff({ id, what }: { id: string; what: string }) {
  const say = useSay();
  const unblock = useUnblock();
  return (
    <Button size="large" aria-label={say("Take off: {what}", { what })} onClick={() => void unblock(id)}>
      {say("Take off")}
    </Button>
  );
}
