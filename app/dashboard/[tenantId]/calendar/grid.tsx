"use client";

import { DndContext } from "@dnd-kit/core";
import { CalendarX } from "lucide-react";
import { useEffect, useRef } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { Calendar } from "@/lib/bookings/calendar";
import { hourMarks } from "@/lib/calendar/layout";
import { formatTime } from "@/lib/platform/format";
import { GridColumn } from "./column";
import { type CalendarCard, type Column, shownOf } from "./columns";
import { iso } from "./iso";
import { conflictWords, useDrag } from "./use-drag";

type Props = {
  dataKey: string;
  calendar: Calendar;
  columns: readonly Column[];
  hourPx: number;
  /** In epoch minutes. */
  now: number;
  /** Whether it is among what is looked for. */
  isOn(card: CalendarCard): boolean;
};

export function Grid({ dataKey, calendar, columns, hourPx, now, isOn }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const board = useRef<HTMLElement>(null);
  const live = shownOf(columns);
  const pxPerMinute = hourPx / 60;
  const { sensors, held, said, on } = useDrag({
    dataKey,
    calendar,
    columns,
    shown: live,
    pxPerMinute,
    snapMinutes: hourPx >= 120 ? 5 : 15,
    board,
  });
  const shown = held?.shown ?? live;
  const [first] = columns;
  // A day that goes on is opened where it is; from then on it is left where somebody has scrolled to.
  useEffect(() => {
    const line = board.current?.querySelector<HTMLElement>("[data-now]");
    if (line) board.current?.scrollTo({ top: line.offsetTop - 160 });
  }, []);
  if (!first)
    return (
      <EmptyState
        icon={CalendarX}
        title={say("Nobody works then")}
        why={say(
          "Weekly hours, days that are different and time off stand on the staff profiles; opening hours in the settings.",
        )}
      />
    );
  const marksOf = ({ day }: Column) =>
    hourMarks({ from: day.from + shown.from, to: day.from + shown.to }, (minute) =>
      wallMinute(minute, tenant.timeZone),
    );
  const minutesOf = ({ day }: Column) => day.to - day.from;
  const drawn = held?.columns ?? columns;
  return (
    <DndContext
      id="calendar"
      sensors={sensors}
      {...on}
      accessibility={{
        screenReaderInstructions: {
          draggable: say(
            "Space picks it up, the arrow keys move it, space puts it down and escape leaves it. Enter opens the booking, where Move does the same.",
          ),
        },
        // Said below in words of the house: dnd-kit knows ids alone.
        announcements: {
          onDragStart: () => undefined,
          onDragOver: () => undefined,
          onDragEnd: () => undefined,
          onDragCancel: () => undefined,
        },
      }}
    >
      <p role="status" className="sr-only">
        {said}
      </p>
      <section
        ref={board}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: days without anything in them are scrolled with the arrows
        tabIndex={0}
        aria-label={say("Times")}
        className="relative max-h-[calc(100dvh-7.5rem-var(--above,0px))] overflow-auto lg:max-h-[calc(100dvh-3.5rem-var(--above,0px))] print:max-h-none print:overflow-visible"
      >
        <div className="min-w-max print:min-w-0">
          {/* One row that stays, rather than a part of each column: the browser keeps a layer for each. */}
          <div className="sticky top-0 z-30 flex h-10 border-b bg-surface">
            <div aria-hidden className="sticky left-0 w-14 shrink-0 border-r bg-surface" />
            {drawn.map(({ key, title }) => (
              <h2
                key={key}
                className="flex min-w-40 flex-1 items-center overflow-hidden border-r px-2 font-medium whitespace-nowrap last:border-r-0 print:min-w-0"
              >
                {title}
              </h2>
            ))}
          </div>
          <div className="flex">
            <Axis
              marks={marksOf(first)}
              top={first.day.from + shown.from}
              pxPerMinute={pxPerMinute}
              height={(shown.to - shown.from) * pxPerMinute}
            />
            {drawn.map((column, at) => (
              <GridColumn
                key={column.key}
                column={column}
                calendar={held?.calendar ?? calendar}
                shown={shown}
                pxPerMinute={pxPerMinute}
                now={now}
                isOn={isOn}
                // A day on which clocks change beside others that have the hours of the axis: it says its own.
                marks={minutesOf(column) === minutesOf(first) ? [] : marksOf(column)}
                heldId={held?.entry.id ?? null}
                ghost={
                  held && held.column === at
                    ? {
                        from: held.from,
                        to: held.from + (held.minutes ?? held.entry.to - held.entry.from),
                        isFree: held.conflict === null,
                        words: conflictWords(say, held.conflict, held.calendar),
                        customer: held.entry.customer,
                      }
                    : null
                }
              />
            ))}
          </div>
        </div>
      </section>
    </DndContext>
  );
}

/** What the clock there shows, in minutes of the day. */
function wallMinute(minute: number, timeZone: string): number {
  const [hour = 0, rest = 0] = formatTime(iso(minute), timeZone).split(":").map(Number);
  return hour * 60 + rest;
}

type AxisProps = { marks: readonly number[]; top: number; pxPerMinute: number; height: number };

function Axis({ marks, top, pxPerMinute, height }: AxisProps) {
  const { tenant } = useShell();
  return (
    <div aria-hidden className="sticky left-0 z-20 w-14 shrink-0 border-r bg-surface">
      <div className="relative" style={{ height }}>
        {marks.slice(1, -1).map((minute) => (
          <span
            key={minute}
            className="absolute right-2 -translate-y-1/2 text-xs text-quiet tabular-nums"
            style={{ top: (minute - top) * pxPerMinute }}
          >
            {formatTime(iso(minute), tenant.timeZone)}
          </span>
        ))}
      </div>
    </div>
  );
}
