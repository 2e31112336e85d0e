"use client";

import {
  type DragMoveEvent,
  type DragStartEvent,
  KeyboardCode,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { type RefObject, useRef, useState } from "react";
import { toast } from "sonner";
import { useSWRConfig } from "swr";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Calendar, CalendarEntry } from "@/lib/bookings/calendar";
import { type Conflict, conflictOf } from "@/lib/calendar/conflict";
import { keepInside, type Span, snap } from "@/lib/calendar/layout";
import { useMove } from "../bookings/use-step";
import { type Column, workOf } from "./columns";
import { movedEntries, placeWords } from "./held";

/** What is held, where it would be put, and what is in the way there. */
export type Held = {
  entry: CalendarEntry;
  /** The column it was taken from, and the one it is over. */
  began: number;
  column: number;
  from: number;
  conflict: Conflict | null;
  /** As they were when it was taken up: nothing moves under the finger. */
  columns: readonly Column[];
  calendar: Calendar;
};

type Board = {
  dataKey: string;
  calendar: Calendar;
  columns: readonly Column[];
  /** Minutes of the day that are drawn. */
  shown: Span;
  pxPerMinute: number;
  snapMinutes: number;
  board: RefObject<HTMLDivElement | null>;
};

/** Takes a card up with the mouse, a long touch or the keyboard, and asks the server when it is put down. */
export function useDrag({ dataKey, calendar, columns, shown, pxPerMinute, snapMinutes, board }: Board) {
  const { tenant } = useShell();
  const { mutate } = useSWRConfig();
  const move = useMove();
  const [held, setHeld] = useState<Held | null>(null);
  const holding = useRef<Held | null>(null);
  const [said, setSaid] = useState("");
  const widthOf = () => board.current?.querySelector<HTMLElement>("[data-column]")?.offsetWidth ?? 1;

  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 5 } }),
    useSensor(KeyboardSensor, {
      keyboardCodes: {
        start: [KeyboardCode.Space],
        cancel: [KeyboardCode.Esc],
        end: [KeyboardCode.Space, KeyboardCode.Enter],
      },
      coordinateGetter: (event, { currentCoordinates: { x, y } }) => {
        const step = snapMinutes * pxPerMinute;
        const to = {
          ArrowUp: [0, -step],
          ArrowDown: [0, step],
          ArrowLeft: [-widthOf(), 0],
          ArrowRight: [widthOf(), 0],
        };
        const by = to[event.code as keyof typeof to];
        return by && { x: x + by[0]!, y: y + by[1]! };
      },
    }),
  );

  // Keys come faster than pictures: what is held is known at once.
  const hold = (to: Held | null) => {
    holding.current = to;
    setHeld(to);
  };

  const onDragStart = ({ active }: DragStartEvent) => {
    const entry = calendar.entries.find(({ id }) => id === active.id);
    const column = columns.findIndex(({ cards }) => cards.some(({ id }) => id === active.id));
    if (!entry || column < 0) return;
    hold({ entry, began: column, column, from: entry.from, conflict: null, columns, calendar });
    setSaid(`${entry.customer} is picked up at ${placeWords(columns[column]!, entry.from, tenant.timeZone)}.`);
  };

  const onDragMove = ({ delta }: DragMoveEvent) => {
    const was = holding.current;
    if (!was) return;
    const { entry, began, columns: drawn } = was;
    const column = Math.max(0, Math.min(drawn.length - 1, began + Math.round(delta.x / widthOf())));
    const there = drawn[column]!;
    const grid = { from: there.day.from + shown.from, to: there.day.from + shown.to };
    const asIf = entry.from - drawn[began]!.day.from + there.day.from + delta.y / pxPerMinute;
    const isHere = Math.round(delta.y / pxPerMinute) === 0 && there.day.from === drawn[began]!.day.from;
    const from = isHere ? entry.from : keepInside(snap(asIf, grid, snapMinutes), entry.to - entry.from, grid);
    if (column === was.column && from === was.from) return;
    const conflict = conflictAt(was, there, from);
    hold({ ...was, column, from, conflict });
    setSaid(`${placeWords(there, from, tenant.timeZone)}, ${conflictWords(conflict, was.calendar)}.`);
  };

  const onDragCancel = () => {
    if (holding.current) setSaid(`${holding.current.entry.customer} stays where it is.`);
    hold(null);
  };

  const onDragEnd = async () => {
    const was = holding.current;
    if (!was) return;
    const { entry, from, column, columns: drawn } = was;
    const { person } = drawn[column]!;
    hold(null);
    const isElse = person !== null && person !== entry.staffId;
    if (from === entry.from && !isElse) return setSaid(`${entry.customer} stays where it is.`);
    const byMs = (from - entry.from) * 60_000;
    const startsAt = new Date(Date.parse(entry.bookingStartsAt) + byMs).toISOString();
    // Seen at once; the server has the last word.
    void mutate(
      dataKey,
      (now?: Calendar) => now && { ...now, entries: movedEntries(now.entries, entry, from, person) },
      { revalidate: false },
    );
    setSaid(`${entry.customer} is put at ${placeWords(drawn[column]!, from, tenant.timeZone)}.`);
    const booking = {
      id: entry.bookingId,
      startsAt: entry.bookingStartsAt,
      bookedAs: null,
      customerName: entry.customer,
    };
    const not = await move(booking, { startsAt, ...(isElse ? { staffId: person, lineId: entry.id } : {}) });
    if (not) toast(`${entry.customer} is back where it was`, { description: not.problem });
    void mutate(dataKey);
  };

  return { sensors, held, said, on: { onDragStart, onDragMove, onDragEnd, onDragCancel } };
}

function conflictAt({ entry, calendar }: Held, there: Column, from: number): Conflict | null {
  const moved = movedEntries(calendar.entries, entry, from, there.person);
  return conflictOf(moved.filter(({ bookingId }) => bookingId === entry.bookingId).map(workOf), {
    people: calendar.people,
    work: calendar.entries.map(workOf),
    kept: calendar.kept.map((one) => ({ ...one, person: one.staffId })),
    buffers: calendar.buffers,
  });
}

/** What is in the way, in words. */
export function conflictWords(conflict: Conflict | null, { entries }: Pick<Calendar, "entries">): string {
  switch (conflict?.kind) {
    case undefined:
      return "free";
    case "closed":
      return "outside working hours";
    case "away":
      return "in a break or time off";
    case "kept":
      return "kept for somebody";
    case "taken":
      return `taken by ${entries.find(({ id }) => id === conflict.by)?.customer ?? "another booking"}`;
  }
}
