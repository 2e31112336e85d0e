"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { openBooking } from "@/app/_components/bookings/open-booking";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
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

const whyWords: Record<NonNullable<Proposal["why"]>, string> = {
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
            {services.join(", ")} with {staffNames.join(", ")}
          </span>
          <span className="flex flex-wrap items-center gap-x-2 tabular-nums">
            <span className={to ? "text-quiet line-through" : ""}>{formatDayTime(startsAt, tenant.timeZone)}</span>
            {to ? (
              <>
                <ArrowRight aria-hidden className="size-3.5 shrink-0 text-quiet" />
                <span className="sr-only">{say("to")}</span>
                <span className="font-medium">
                  {formatDayTime(to.startsAt, tenant.timeZone)}
                  {isSame ? "" : say(" with {one}", { one: to.staffNames.join(", ") })}
                </span>
              </>
            ) : (
              <span className={why ? "text-requested" : "text-quiet"}>
                {why ? "nothing free within two weeks" : "can stay as it is"}
              </span>
            )}
          </span>
          {why ? <span className="text-quiet">{whyWords[why]}</span> : null}
          {askedAt ? (
            <span className="text-requested">
              Asked to choose another time, {formatDayTime(askedAt, tenant.timeZone)}. No answer yet.
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
            aria-label={say("Keep the booking of {one} as booked", { one: bookedAs ?? customerName })}
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
            aria-label={say("Open the booking of {one}", { one: bookedAs ?? customerName })}
          >
            {say("Open")}
          </Link>
        ) : null}
      </span>
    </li>
  );
}
