"use client";

import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { Calendar } from "@/lib/bookings/calendar";
import { layOut, type Span, snap } from "@/lib/calendar/layout";
import { formatTime } from "@/lib/platform/format";
import { openPanel } from "../members/panel-address";
import { BlockView } from "./block-view";
import { CardView } from "./card";
import type { CalendarCard, Column } from "./columns";
import { iso } from "./iso";

export type Ghost = Span & { isFree: boolean; words: string; customer: string };

type Props = {
  column: Column;
  calendar: Calendar;
  /** Minutes of the day that are drawn. */
  shown: Span;
  pxPerMinute: number;
  now: number;
  /** Its own full hours, where they are not those of the axis. */
  marks: readonly number[];
  heldId: string | null;
  isOn(card: CalendarCard): boolean;
  ghost: Ghost | null;
};

/** Where nobody works or is there. */
const hatched = "bg-[repeating-linear-gradient(135deg,var(--line)_0_1px,transparent_1px_7px)] bg-canvas";

/** A person's day, or a day of the house. */
export function GridColumn({ column, calendar, shown, pxPerMinute, now, marks, heldId, isOn, ghost }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const { day, title, windows, away, cards, kept, blocks, person, whose } = column;
  const grid = { from: day.from + shown.from, to: day.from + shown.to };
  const box = ({ from, to }: Span) => ({
    top: (Math.max(from, grid.from) - grid.from) * pxPerMinute,
    height: Math.max(0, Math.min(to, grid.to) - Math.max(from, grid.from)) * pxPerMinute,
  });
  const shownCards = new Map(cards.map((card) => [card.id, card]));
  const placed = layOut(
    cards.map(({ id, from, to }) => ({ id, column: column.key, from, to })),
    { ...grid, leastMinutes: Math.ceil(20 / pxPerMinute) },
  );
  const create = (event: React.MouseEvent) => {
    const { top } = event.currentTarget.getBoundingClientRect();
    const at = snap(grid.from + (event.clientY - top) / pxPerMinute - 7, grid, 15);
    const query = new URLSearchParams(window.location.search);
    query.set("add", "booking");
    query.set("at", iso(at));
    if (whose) query.set("with", whose);
    openPanel(event, `?${query}`);
  };
  return (
    <section
      aria-label={title}
      data-column={column.key}
      className="min-w-40 flex-1 border-r last:border-r-0 print:min-w-0"
    >
      <div className={`relative ${hatched}`} style={{ height: (grid.to - grid.from) * pxPerMinute }}>
        {windows.map((span) => (
          <div key={span.from} className="absolute inset-x-0 bg-surface" style={box(span)} />
        ))}
        <div
          aria-hidden
          className="absolute inset-0"
          style={{
            backgroundImage: `repeating-linear-gradient(to bottom, transparent 0 ${60 * pxPerMinute - 1}px, var(--line) ${60 * pxPerMinute - 1}px ${60 * pxPerMinute}px)`,
          }}
        />
        {tenant.may.includes("bookings.place") ? (
          <button
            type="button"
            tabIndex={-1}
            aria-label={
              person ? say("New booking with {name}", { name: title }) : say("New booking on {day}", { day: title })
            }
            className="absolute inset-0 cursor-cell"
            onClick={create}
          />
        ) : null}
        {away.map((span) => (
          <div
            key={`${span.from} ${span.to}`}
            title={say("Break or time off")}
            className={`pointer-events-none absolute inset-x-0 ${hatched}`}
            style={box(span)}
          />
        ))}
        {kept.map((one) => (
          <div
            key={one.id}
            className="absolute inset-x-1 overflow-hidden rounded-control border border-dashed border-held bg-surface px-1.5 text-xs text-held"
            style={box(one)}
          >
            {one.for
              ? say("Proposed to {who}, until {time}", { who: one.for, time: formatTime(one.until, tenant.timeZone) })
              : say("Being booked online, until {time}", { time: formatTime(one.until, tenant.timeZone) })}
          </div>
        ))}
        {blocks.map((one) => (
          <BlockView
            key={one.id}
            block={one}
            style={box(one)}
            className="absolute inset-x-1 flex items-start gap-1 overflow-hidden rounded-control border border-edge bg-wash px-1.5 text-left text-xs text-quiet -outline-offset-2 hover:text-ink"
          />
        ))}
        {/* Of a week only who has it to themselves shows what is kept free around it. */}
        {person === null
          ? null
          : cards.flatMap(({ id, from, to, entries: [{ before, after }] }) =>
              [
                { from: from - before, to: from },
                { from: to, to: to + after },
              ]
                .filter((span) => span.to > span.from)
                .map((span) => (
                  <div
                    key={`${id} ${span.from}`}
                    aria-hidden
                    className="pointer-events-none absolute inset-x-1 border-x border-dashed border-edge"
                    style={box(span)}
                  />
                )),
            )}
        {placed.map(({ id, top, height, slot, of }) => (
          <CardView
            key={id}
            card={shownCards.get(id)!}
            calendar={calendar}
            isHeld={id === heldId}
            isDimmed={!isOn(shownCards.get(id)!)}
            beginsFrom={day.from}
            pxPerMinute={pxPerMinute}
            place={{
              top: top * pxPerMinute,
              height: height * pxPerMinute - 1,
              left: `calc(${(slot / of) * 100}% + 2px)`,
              width: `calc(${100 / of}% - 4px)`,
            }}
          />
        ))}
        {marks.slice(1, -1).map((minute) => (
          <span
            key={minute}
            aria-hidden
            className="pointer-events-none absolute right-1 z-10 -translate-y-1/2 bg-surface px-0.5 text-xs text-quiet tabular-nums"
            style={{ top: (minute - grid.from) * pxPerMinute }}
          >
            {formatTime(iso(minute), tenant.timeZone)}
          </span>
        ))}
        {ghost ? (
          <div
            data-ghost
            className={`pointer-events-none absolute inset-x-0.5 z-10 overflow-hidden rounded-control border-2 bg-surface px-1.5 text-xs shadow-float ${ghost.isFree ? "border-accent" : "border-danger text-danger"}`}
            style={box(ghost)}
          >
            <span className="block font-medium tabular-nums">
              {formatTime(iso(ghost.from), tenant.timeZone)} {ghost.customer}
            </span>
            {ghost.isFree ? null : <span className="block">{ghost.words}</span>}
          </div>
        ) : null}
        {now >= grid.from && now < grid.to ? (
          <div
            aria-hidden
            data-now
            className="pointer-events-none absolute inset-x-0 z-10 h-0.5 bg-accent"
            style={{ top: (now - grid.from) * pxPerMinute }}
          />
        ) : null}
      </div>
    </section>
  );
}
