"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { openBooking } from "@/app/_components/bookings/open-booking";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Proposal } from "@/lib/bookings/propose-moves";
import { formatDayTime } from "@/lib/platform/format";

type Props = {
  proposal: Proposal;
  ticked: boolean;
  note: string;
  disabled: boolean;
  onTick(): void;
  /** Where everything about it can be opened beside the page. */
  opens: boolean;
  onKeep(): void;
};

const whyWords: Record<NonNullable<Proposal["why"]>, Phrase> = {
  person: phrase("With somebody who cannot be booked for it any more."),
  hours: phrase("Outside the hours."),
  absent: phrase("In a break or time off."),
  room: phrase("What it needs is not free."),
};

/** A booking, what is wrong with where it is, and where it could go. */
export function ProposalRow({ proposal, ticked, note, disabled, onTick, opens, onKeep }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const { booking, why, askedAt, to } = proposal;
  const { bookedAs, customerName, services, staffNames, startsAt } = booking;
  const there = to ? formatDayTime(to.startsAt, tenant.timeZone, say.language) : "";
  const isSame = to?.staffNames.join() === staffNames.join();
  return (
    <li className="flex flex-wrap items-start gap-x-3 border-t first:border-t-0">
      <label className="flex min-h-11 min-w-0 flex-1 items-start gap-3 px-2 py-2">
        <input
          type="checkbox"
          checked={ticked}
          disabled={disabled}
          onChange={onTick}
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <span className="grid min-w-0 gap-0.5">
          <span className="font-medium">{bookedAs ?? customerName}</span>
          <span className="text-quiet">
            {say("{services} with {staff}", { services: services.join(", "), staff: staffNames.join(", ") })}
          </span>
          <span className="flex flex-wrap items-center gap-x-2 tabular-nums">
            <span className={to ? "text-quiet line-through" : ""}>
              {formatDayTime(startsAt, tenant.timeZone, say.language)}
            </span>
            {to ? (
              <>
                <ArrowRight aria-hidden className="size-3.5 shrink-0 text-quiet" />
                <span className="sr-only">{say("to")}</span>
                <span className="font-medium">
                  {isSame ? there : say("{when} with {staff}", { when: there, staff: to.staffNames.join(", ") })}
                </span>
              </>
            ) : (
              <span className={why ? "text-requested" : "text-quiet"}>
                {why ? say("nothing free within two weeks") : say("can stay as it is")}
              </span>
            )}
          </span>
          {why ? <span className="text-quiet">{say(whyWords[why])}</span> : null}
          {askedAt ? (
            <span className="text-requested">
              {say("Asked to choose another time, {when}. No answer yet.", {
                when: formatDayTime(askedAt, tenant.timeZone, say.language),
              })}
            </span>
          ) : null}
          {note ? <span className="text-danger">{note}</span> : null}
        </span>
      </label>
      <span className="flex gap-2 py-2 pr-2 pl-9 sm:pl-0">
        {askedAt ? (
          <Button
            onClick={onKeep}
            disabled={disabled}
            aria-label={say("Keep the booking of {who} as booked", { who: bookedAs ?? customerName })}
          >
            {say("Keep as booked")}
          </Button>
        ) : null}
        {opens ? (
          <Link
            href={`?booking=${booking.id}`}
            scroll={false}
            onClick={(event) => openBooking(event, booking.id)}
            className="inline-flex h-9 items-center rounded-control border px-3 hover:bg-wash"
            aria-label={say("Open the booking of {who}", { who: bookedAs ?? customerName })}
          >
            {say("Open")}
          </Link>
        ) : null}
      </span>
    </li>
  );
}
