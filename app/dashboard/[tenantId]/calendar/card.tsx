"use client";

import { useDraggable } from "@dnd-kit/core";
import { HandCoins, StickyNote, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { openBookingPanel } from "@/app/_components/bookings/open-booking";
import { StatusIcon } from "@/app/_components/bookings/status-badge";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { cn } from "@/app/_components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/app/_components/ui/dropdown-menu";
import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Calendar, CalendarEntry } from "@/lib/bookings/calendar";
import { mayMove } from "@/lib/bookings/rules";
import { formatTime } from "@/lib/platform/format";
import type { CalendarCard } from "./columns";
import { endOf } from "./held";
import { iso } from "./iso";

type Props = {
  card: CalendarCard;
  calendar: Calendar;
  isHeld: boolean;
  /** Not looked for: it stays where it is, since its time is taken all the same, and can still be opened. */
  isDimmed: boolean;
  /** The midnight that its column begins with. */
  beginsFrom: number;
  pxPerMinute: number;
  place: { top: number; height: number; left: string; width: string };
};

const tints: Partial<Record<CalendarEntry["status"], string>> = {
  requested: "border-l-requested bg-requested/12",
  held: "border-l-held border-dashed bg-held/12",
  confirmed: "border-l-confirmed bg-confirmed/12",
  arrived: "border-l-arrived bg-arrived/12",
  in_service: "border-l-in-service bg-in-service/12",
  completed: "border-l-completed bg-completed/12",
  no_show: "border-l-no-show bg-no-show/12",
};

/** Within the sentence that a card is read out as. */
const spokenStatus: Record<CalendarEntry["status"], Phrase> = {
  requested: phrase("requested"),
  held: phrase("held"),
  confirmed: phrase("confirmed"),
  arrived: phrase("arrived"),
  in_service: phrase("in service"),
  completed: phrase("completed"),
  no_show: phrase("no show"),
  cancelled: phrase("cancelled"),
  rejected: phrase("rejected"),
  expired: phrase("expired"),
};

/** What is booked, as high as it is long; the gaps in it, in which somebody else is served, are lighter. */
export function CardView({ card, calendar, isHeld, isDimmed, beginsFrom, pxPerMinute, place }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const [entry, ...others] = card.entries;
  const now = useNow();
  const { status, customer, service, staffId } = entry;
  const isMovable =
    others.length === 0 &&
    tenant.may.includes("bookings.move") &&
    mayMove({ status, startsAt: entry.bookingStartsAt }, "desk", new Date(now)) &&
    // What runs over midnight is taken up on the day on which it begins.
    entry.from >= beginsFrom;
  const { setNodeRef, listeners, attributes } = useDraggable({ id: card.id, disabled: !isMovable });
  // It is pressed to be opened, which is no state of its own.
  const { "aria-pressed": _, ...handle } = attributes;
  const person = calendar.people.find(({ id }) => id === staffId)?.name ?? "";
  const time = `${formatTime(iso(entry.from), tenant.timeZone)} – ${formatTime(iso(card.to), tenant.timeZone)}`;
  const who = others.length === 0 ? customer : say("{service}, {many} people", { service, many: card.entries.length });
  const lines = place.height >= 34;
  return (
    <div
      className={cn(
        "absolute rounded-control bg-surface",
        isHeld && "opacity-40",
        (status === "completed" || isDimmed) && "text-quiet",
        // Paler, but no less readable: half transparent text would be.
        isDimmed && "[&_svg]:text-quiet",
      )}
      style={place}
    >
      <span
        aria-hidden
        className={cn(
          "absolute inset-0 rounded-control border-l-[3px]",
          isDimmed ? "border border-line" : tints[status],
        )}
      />
      <Gaps entry={entry} pxPerMinute={pxPerMinute} />
      <ClassMenu card={card}>
        <button
          ref={setNodeRef}
          {...(isMovable ? { ...listeners, ...handle } : {})}
          type="button"
          data-entry={entry.id}
          aria-label={[
            time,
            who,
            say("{service} with {person}", { service, person }),
            say(spokenStatus[status]),
            ...notesOf(say, card),
            ...(isDimmed ? [say("not among what is looked for")] : []),
          ].join(", ")}
          aria-roledescription={isMovable ? say("appointment that can be moved") : undefined}
          onClick={() => others.length === 0 && openBookingPanel(entry.bookingId)}
          // Elsewhere than in Chromium the space bar that picked it up would press it as well.
          onKeyUp={(event) => isMovable && event.key === " " && event.preventDefault()}
          className={cn(
            // One clip a card: each costs the browser time whenever the day is scrolled.
            "relative flex size-full touch-manipulation flex-col overflow-hidden rounded-control py-0.5 pr-1.5 pl-2 text-left text-xs leading-4 whitespace-nowrap -outline-offset-2",
            isMovable ? "cursor-grab" : "",
          )}
        >
          <span className="flex w-full items-center gap-1">
            <StatusIcon status={status} />
            <span className="font-medium">{lines ? who : `${time.slice(0, 5)} ${who}`}</span>
            {entry.awaitsDeposit ? (
              <HandCoins aria-label={say("waiting for deposit")} className="size-3 shrink-0 text-requested" />
            ) : null}
            {entry.hasNotes ? (
              <StickyNote aria-label={say("has notes")} className="size-3 shrink-0 text-quiet" />
            ) : null}
            {entry.overbooked || entry.heldUp ? (
              <TriangleAlert
                aria-label={entry.overbooked ? say("overbooked") : say("may start late")}
                className="size-3 shrink-0 text-requested"
              />
            ) : null}
          </span>
          {lines ? <span className="text-quiet tabular-nums">{time}</span> : null}
          {place.height >= 50 ? (
            <span className="text-quiet">
              {others.length === 0 ? service : card.entries.map((one) => one.customer).join(", ")}
              {entry.of > 1 ? ` (${say("{place} of {many}", { place: entry.place + 1, many: entry.of })})` : ""}
            </span>
          ) : null}
        </button>
      </ClassMenu>
      {isMovable && entry.from + 1 < entry.to ? <LowerEdge id={card.id} /> : null}
    </div>
  );
}

/** Of a class everybody can be opened. */
function ClassMenu({ card, children }: { card: CalendarCard; children: ReactNode }) {
  if (card.entries.length === 1) return children;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>{children}</DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        {card.entries.map(({ id, bookingId, customer, status }) => (
          <DropdownMenuItem key={id} onSelect={() => openBookingPanel(bookingId)}>
            <StatusIcon status={status} />
            {customer}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** What its icons say. */
const notesOf = (say: Say, { entries: [entry, ...others] }: CalendarCard): string[] =>
  [
    entry.of > 1 ? say("{place} of {many}", { place: entry.place + 1, many: entry.of }) : "",
    entry.awaitsDeposit ? say("waiting for deposit") : "",
    entry.hasNotes ? say("has notes") : "",
    entry.overbooked ? say("overbooked") : "",
    entry.heldUp ? say("may start late") : "",
    others.length > 0 ? [entry, ...others].map(({ customer }) => customer).join(", ") : "",
  ].filter(Boolean);

/** Takes the end alone. With the keyboard the length is changed in the booking itself. */
function LowerEdge({ id }: { id: string }) {
  const { setNodeRef, listeners } = useDraggable({ id: endOf(id) });
  return (
    <span
      ref={setNodeRef}
      {...listeners}
      aria-hidden
      data-end
      className="absolute inset-x-0 bottom-0 h-1.5 cursor-ns-resize touch-none"
    />
  );
}

/** Stretches in which the customer waits and whoever serves is free. */
function Gaps({ entry: { segments }, pxPerMinute }: { entry: CalendarEntry; pxPerMinute: number }) {
  let at = 0;
  return segments.map(({ kind, minutes }) => {
    const top = at * pxPerMinute;
    at += minutes;
    return kind === "gap" ? (
      <span
        key={top}
        aria-hidden
        className="pointer-events-none absolute inset-x-0 bg-surface"
        style={{ top, height: minutes * pxPerMinute }}
      />
    ) : null;
  });
}
