"use client";

import { useState } from "react";
import { openBooking } from "@/app/_components/bookings/open-booking";
import { StatusBadge } from "@/app/_components/bookings/status-badge";
import { Allergies } from "@/app/_components/customers/allergies";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { BookingMove } from "@/db/schema/bookings";
import type { MyWork } from "@/lib/bookings/my-day";
import { movesFor } from "@/lib/bookings/rules";
import { formatTime } from "@/lib/platform/format";
import { stepLabels } from "../bookings/step-words";
import { useStep } from "../bookings/use-step";
import { iso } from "../calendar/iso";

/** Whoever serves says who is here, and when it begins and ends; the rest is the desk's, beside the booking. */
const mine = ["check_in", "start", "complete", "miss"] as const satisfies BookingMove[];
type Mine = (typeof mine)[number];
const isMine = (move: BookingMove): move is Mine => (mine as readonly BookingMove[]).includes(move);

const labels: Record<Mine, Phrase> = { ...stepLabels, complete: phrase("Finish") };

/** `isDue`: its next step is the next thing to do. */
type Props = { work: MyWork; now: number; isDue: boolean };

/** One of my appointments, with what I should know before it begins. */
export function WorkRow({ work, now, isDue }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const time = (minute: number) => formatTime(iso(minute), tenant.timeZone);
  const what = [[work.service, ...work.addons].join(" + "), ...work.where].join(" · ");
  return (
    <article
      data-work={work.id}
      aria-label={`${time(work.from)} ${work.customer}`}
      className="grid gap-2 px-4 py-3 md:px-6 xl:pl-8"
    >
      <a
        href={`?booking=${work.bookingId}`}
        onClick={(event) => openBooking(event, work.bookingId)}
        className="-mx-2 grid grid-cols-[3.5rem_minmax(0,1fr)_auto] gap-x-3 rounded-control px-2 py-1 hover:bg-wash"
      >
        <span className="tabular-nums">
          <span className="block text-md font-semibold">{time(work.from)}</span>
          <span className="block text-quiet">{time(work.to)}</span>
        </span>
        <span className="min-w-0">
          <span className="block truncate text-md font-semibold">{work.customer}</span>
          <span className="block break-words text-quiet">{what}</span>
        </span>
        <StatusBadge status={work.status} className="self-start" />
      </a>
      <div className="grid gap-2 empty:hidden">
        {work.knownAs && (work.allergies || work.notes) ? (
          <p className="text-quiet">{say("Known of {name}, whose number it is:", { name: work.knownAs })}</p>
        ) : null}
        <Allergies>{work.allergies}</Allergies>
        {work.notes ? <Said by={say("Notes")}>{work.notes}</Said> : null}
        {work.wish ? <Said by={say("With the booking")}>{work.wish}</Said> : null}
        {work.heldUp ? <p className="text-requested">{say("May start late: the one before still runs.")}</p> : null}
        {work.overbooked ? (
          <p className="font-medium text-requested">{say("Overbooked: it lies over another booking.")}</p>
        ) : null}
      </div>
      <Steps work={work} now={now} isDue={isDue} />
    </article>
  );
}

const Said = ({ by, children }: { by: string; children: string }) => (
  <p className="max-w-[68ch] break-words whitespace-pre-line">
    <span className="text-quiet">{by}:</span> {children}
  </p>
);

function Steps({ work, now, isDue }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const step = useStep();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const { bookingId: id, status, bookingStartsAt: startsAt, bookingEndsAt: endsAt, expiresAt, customer } = work;
  const by = tenant.role === "staff" ? "staff" : "desk";
  const booking = { status, startsAt, endsAt, expiresAt, timeZone: tenant.timeZone };
  const moves = movesFor(booking, by, new Date(now * 60_000)).filter(isMine);
  const first = status === "in_service" ? "complete" : status === "arrived" ? "start" : moves[0];
  const go = async (move: Mine) => {
    setBusy(true);
    setProblem((await step({ id, status, bookedAs: customer, customerName: customer }, move)) ?? "");
    setBusy(false);
  };
  if (moves.length === 0) return null;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {moves.map((move) => (
          <Button
            key={move}
            size="large"
            kind={isDue && move === first ? "primary" : move === "miss" ? "bare" : "plain"}
            disabled={busy}
            aria-label={`${say(labels[move])}: ${customer}`}
            onClick={() => void go(move)}
          >
            {say(labels[move])}
          </Button>
        ))}
      </div>
      <ProblemLine>{problem}</ProblemLine>
    </div>
  );
}
