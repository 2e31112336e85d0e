"use client";

import { CalendarX } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { openBooking } from "@/app/_components/bookings/open-booking";
import { StatusBadge } from "@/app/_components/bookings/status-badge";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { CalendarEntry, CalendarPerson } from "@/lib/bookings/calendar";
import { formatDay, formatTime } from "@/lib/platform/format";
import { BlockView } from "./block-view";
import type { Column } from "./columns";
import { everything } from "./filter";
import { lookFor } from "./filters";
import { iso } from "./iso";

type Props = {
  columns: readonly Column[];
  people: readonly CalendarPerson[];
  now: number;
  /** Not all that is booked, but what is looked for. */
  isPart: boolean;
};

/** The same as a list, in order of time: what a phone has room for. */
export function Agenda({ columns, people, now, isPart }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "";
  const found = columns.flatMap(({ cards }) => cards.flatMap(({ entries }) => entries));
  // What runs over midnight is in two columns of a week.
  const entries = [...new Map(found.map((entry) => [entry.id, entry])).values()].sort(
    (a, b) => a.from - b.from || a.id.localeCompare(b.id),
  );
  const blocks = isPart ? [] : columns.flatMap((column) => column.blocks).sort((a, b) => a.from - b.from);
  if (entries.length === 0 && isPart)
    return (
      <EmptyState
        icon={CalendarX}
        title={say("Nothing of this is booked")}
        why={say("Something else may be.")}
        action={<Button onClick={() => lookFor(everything)}>{say("Show all")}</Button>}
      />
    );
  if (entries.length === 0 && blocks.length === 0)
    return (
      <EmptyState
        icon={CalendarX}
        title={say("Nothing is booked")}
        why={columns.some(({ windows }) => windows.length > 0) ? say("Everybody is free.") : say("Nobody works then.")}
      />
    );
  const days = new Map<string, CalendarEntry[]>();
  for (const entry of entries) {
    const day = formatDay(iso(entry.from), tenant.timeZone, say.language);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  const isOver = ({ to, status }: CalendarEntry) => to <= now && status !== "in_service";
  const many = people.length > 1;
  return (
    <div className="pb-8">
      <Blocks blocks={blocks} nameOf={many ? nameOf : null} />
      {[...days].map(([day, own]) => (
        <section key={day} aria-label={day}>
          {days.size > 1 ? <h2 className="border-b bg-canvas px-4 py-1.5 text-quiet">{day}</h2> : null}
          <Earlier entries={own.filter(isOver)} nameOf={many ? nameOf : null} />
          <List entries={own.filter((entry) => !isOver(entry))} nameOf={many ? nameOf : null} />
        </section>
      ))}
    </div>
  );
}

type BlocksProps = { blocks: Column["blocks"]; nameOf: ((staffId: string) => string) | null };

/** Time that is kept for something else, taken off from here, too. */
function Blocks({ blocks, nameOf }: BlocksProps) {
  const say = useSay();
  return blocks.length === 0 ? null : (
    <ul aria-label={say("Blocked")}>
      {blocks.map((block) => (
        <li key={block.id} className="border-b px-4 py-2">
          <BlockView
            block={block}
            who={nameOf?.(block.staffId)}
            className="flex min-h-11 w-full items-center gap-2 text-left text-quiet hover:text-ink"
          />
        </li>
      ))}
    </ul>
  );
}

type ListProps = { entries: readonly CalendarEntry[]; nameOf: ((staffId: string) => string) | null };

/** What is over is at hand, and not in the way of what comes. */
function Earlier({ entries, nameOf }: ListProps) {
  const say = useSay();
  if (entries.length === 0) return null;
  return (
    <details className="border-b">
      <summary className="flex min-h-11 items-center px-4 text-quiet hover:text-ink">
        {say("Earlier ({count})", { count: entries.length })}
      </summary>
      <List entries={entries} nameOf={nameOf} />
    </details>
  );
}

function List({ entries, nameOf }: ListProps) {
  const say = useSay();
  const { tenant } = useShell();
  const asked = useSearchParams();
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.id} className="border-b last:border-b-0">
          <a
            href={`?${new URLSearchParams([...asked.entries(), ["booking", entry.bookingId]])}`}
            onClick={(event) => openBooking(event, entry.bookingId)}
            className="grid min-h-14 grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-2 -outline-offset-2 hover:bg-wash"
          >
            <span className="tabular-nums">
              <span className="block font-medium">{formatTime(iso(entry.from), tenant.timeZone)}</span>
              <span className="block text-quiet">{formatTime(iso(entry.to), tenant.timeZone)}</span>
            </span>
            <span className="min-w-0">
              <span className="block truncate font-medium">{entry.customer}</span>
              <span className="block truncate text-quiet">
                {nameOf
                  ? say("{service} with {person}", { service: entry.service, person: nameOf(entry.staffId) })
                  : entry.service}
              </span>
            </span>
            <StatusBadge status={entry.status} deposit={entry.awaitsDeposit ? "due" : null} />
          </a>
        </li>
      ))}
    </ul>
  );
}
