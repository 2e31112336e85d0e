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
import { type RefObject, useEffect, useRef, useState } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Calendar, CalendarEntry } from "@/lib/bookings/calendar";
import { type Conflict, conflictOf } from "@/lib/calendar/conflict";
import { keepInside, type Span } from "@/lib/calendar/layout";
import { minuteWords } from "@/lib/services/rules";
import { type Column, workOf } from "./columns";
import { heldOf, movedEntries, placeWords } from "./held";
import { usePut } from "./use-put";

/** What is held, where it would be put, and what is in the way there. */
export type Held = {
  entry: CalendarEntry;
  /** The column it was taken from, and the one it is over. */
  began: number;
  column: number;
  from: number;
  conflict: Conflict | null;
  /** How long it would take: its end is held instead of all of it. */
  minutes: number | null;
  /** As they were when it was taken up: nothing moves under the finger. */
  columns: readonly Column[];
  calendar: Calendar;
  shown: Span;
};

type Board = {
  dataKey: string;
  calendar: Calendar;
  columns: readonly Column[];
  /** Minutes of the day that are drawn. */
  shown: Span;
  pxPerMinute: number;
  snapMinutes: number;
  board: RefObject<HTMLElement | null>;
};

/** So long after the answer the card has come to rest. */
const drawnMs = 1_000;

/** dnd-kit listens to the keys by then. */
const listeningMs = 20;

/** Columns and steps of the clock. */
const arrows = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] } as const;

/** Takes a card up with the mouse, a long touch or the keyboard, and asks the server when it is put down. */
export function useDrag({ dataKey, calendar, columns, shown, pxPerMinute, snapMinutes, board }: Board) {
  const say = useSay();
  const { tenant } = useShell();
  const { put, stretch: stretchTo } = usePut(dataKey);
  const [held, setHeld] = useState<Held | null>(null);
  const holding = useRef<Held | null>(null);
  const byKeys = useRef(false);
  const focused = useRef<string | null>(null);
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
      // Every key counts where it is pressed: the pictures that dnd-kit moves on come later than quick fingers.
      coordinateGetter: (event, { currentCoordinates: { x, y } }) => {
        const by = arrows[event.code as keyof typeof arrows];
        if (!by) return;
        const [columns, steps] = by;
        step(columns, steps * snapMinutes);
        return { x: x + columns * widthOf(), y: y + steps * snapMinutes * pxPerMinute };
      },
    }),
  );

  // Keys come faster than pictures: what is held is known at once.
  const hold = (to: Held | null) => {
    holding.current = to;
    setHeld(to);
  };

  // With somebody else it is another card to the browser: whoever moved it by keys stays at it, there and back.
  useEffect(() => {
    if (focused.current === null || document.activeElement !== document.body) return;
    board.current?.querySelector<HTMLElement>(`[data-entry="${focused.current}"]`)?.focus();
  });

  const onDragStart = ({ active, activatorEvent }: DragStartEvent) => {
    const { id, isEnd } = heldOf(String(active.id));
    const entry = calendar.entries.find((one) => one.id === id);
    const column = columns.findIndex(({ cards }) => cards.some((card) => card.id === id));
    if (!entry || column < 0) return;
    const minutes = isEnd ? entry.to - entry.from : null;
    byKeys.current = activatorEvent instanceof KeyboardEvent;
    const taken = { entry, began: column, column, from: entry.from, minutes, conflict: null, columns, calendar, shown };
    hold(taken);
    const words = say("{customer} is picked up at {place}.", {
      customer: entry.customer,
      place: placeWords(say, columns[column]!, entry.from, tenant.timeZone),
    });
    // Said once the arrows are listened to: dnd-kit begins to only after this.
    setTimeout(() => holding.current === taken && setSaid(words), listeningMs);
  };

  const onDragMove = ({ delta }: DragMoveEvent) => {
    const was = holding.current;
    if (!was || byKeys.current) return;
    const { entry, began } = was;
    const by = Math.round(delta.y / pxPerMinute / snapMinutes) * snapMinutes;
    if (was.minutes !== null) return stretch(was, entry.to - entry.from + by);
    moveTo(was, began + Math.round(delta.x / widthOf()), entry.from - was.columns[began]!.day.from + by);
  };

  const step = (columns: number, minutes: number) => {
    const was = holding.current;
    if (!was) return;
    if (was.minutes !== null) return stretch(was, was.minutes + minutes);
    moveTo(was, was.column + columns, was.from - was.columns[was.column]!.day.from + minutes);
  };

  /** To a column, so many minutes after its day begins: what begins at ten past goes to twenty-five past. */
  const moveTo = (was: Held, wished: number, minute: number) => {
    const { entry, columns: drawn } = was;
    const column = Math.max(0, Math.min(drawn.length - 1, wished));
    const there = drawn[column]!;
    const grid = { from: there.day.from + was.shown.from, to: there.day.from + was.shown.to };
    const from = keepInside(there.day.from + minute, entry.to - entry.from, grid);
    if (column === was.column && from === was.from) return;
    const conflict = conflictAt(was, there, from);
    hold({ ...was, column, from, conflict });
    setSaid(`${placeWords(say, there, from, tenant.timeZone)}, ${conflictWords(say, conflict, was.calendar)}.`);
  };

  const stretch = (was: Held, wished: number) => {
    const minutes = Math.max(snapMinutes, wished);
    if (minutes === was.minutes) return;
    const conflict = conflictOfWork([lasting(was.entry, minutes)], was.calendar);
    hold({ ...was, minutes, conflict });
    setSaid(`${minuteWords(minutes, say.language)}, ${conflictWords(say, conflict, was.calendar)}.`);
  };

  const onDragCancel = () => {
    if (holding.current) setSaid(say("{customer} stays where it is.", { customer: holding.current.entry.customer }));
    hold(null);
  };

  const onDragEnd = () => {
    const was = holding.current;
    if (!was) return;
    const { entry, from, minutes } = was;
    const there = was.columns[was.column]!;
    hold(null);
    if (minutes !== null) return minutes === entry.to - entry.from ? undefined : void stretchTo(entry, minutes);
    const person = there.person === entry.staffId ? null : there.person;
    if (from === entry.from && !person)
      return setSaid(say("{customer} stays where it is.", { customer: entry.customer }));
    setSaid(
      say("{customer} is put at {place}.", {
        customer: entry.customer,
        place: placeWords(say, there, from, tenant.timeZone),
      }),
    );
    if (byKeys.current) focused.current = entry.id;
    void put(entry, from, person).finally(() => setTimeout(() => (focused.current = null), drawnMs));
  };

  return { sensors, held, said, on: { onDragStart, onDragMove, onDragEnd, onDragCancel } };
}

function conflictAt({ entry, calendar }: Held, there: Column, from: number): Conflict | null {
  const moved = movedEntries(calendar.entries, entry, from, there.person);
  return conflictOfWork(
    moved.filter(({ bookingId }) => bookingId === entry.bookingId),
    calendar,
  );
}

const conflictOfWork = (entries: readonly CalendarEntry[], calendar: Calendar): Conflict | null =>
  conflictOf(entries.map(workOf), {
    people: calendar.people,
    // What is over has given the rest of its time back.
    work: calendar.entries.filter(({ status }) => status !== "completed" && status !== "no_show").map(workOf),
    kept: calendar.kept
      .filter(({ bookingId }) => bookingId === null || bookingId !== entries[0]?.bookingId)
      .map((one) => ({ ...one, person: one.staffId })),
    blocked: calendar.blocks.map((one) => ({ ...one, person: one.staffId })),
    buffers: calendar.buffers,
  });

/** The last piece of work is longer or shorter, as the server has it. */
function lasting(entry: CalendarEntry, minutes: number): CalendarEntry {
  const by = minutes - (entry.to - entry.from);
  const segments = entry.segments.map((one, at) =>
    at === entry.segments.length - 1 ? { ...one, minutes: Math.max(5, one.minutes + by) } : one,
  );
  return { ...entry, to: entry.from + minutes, segments };
}

/** What is in the way, in words. */
export function conflictWords(say: Say, conflict: Conflict | null, { entries }: Pick<Calendar, "entries">): string {
  switch (conflict?.kind) {
    case undefined:
      return say("free");
    case "closed":
      return say("outside working hours");
    case "away":
      return say("in a break or time off");
    case "blocked":
      return say("over blocked time");
    case "kept":
      return say("kept for somebody");
    case "taken":
      return say("taken by {who}", {
        who: entries.find(({ id }) => id === conflict.by)?.customer ?? say("another booking"),
      });
  }
}
