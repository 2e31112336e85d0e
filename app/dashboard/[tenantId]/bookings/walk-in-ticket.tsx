"use client";

import { DeskNotice } from "@/app/_components/customers/desk-notice";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import type { EarliestToday } from "@/lib/bookings/walk-in";
import { formatTime } from "@/lib/platform/format";
import { TicketCode } from "../queue/ticket-code";

type Choice = {
  service: EarliestToday;
  busy: boolean;
  phone: string;
  onPhone(phone: string): void;
  onQueue(): void;
  onBook(): void;
};

/** Nobody is free for it now: a number in the queue, or a fixed time. */
export function WaitChoice({ service, busy, phone, onPhone, onQueue, onBook }: Choice) {
  const say = useSay();
  const { tenant } = useShell();
  const { start, before } = service;
  if (!start) return null;
  return (
    <div className="grid gap-3 px-2 pb-3">
      <p className="text-quiet">
        {say(
          "{before, plural, =0 {Nobody waits yet} one {One person waits already} other {{before} people wait already}}. With a number they come when it is their turn; a time is kept for them.",
          { before },
        )}
      </p>
      <Field
        name="phone"
        type="tel"
        label={say("Phone")}
        help={say("With one they are told by SMS when it is their turn.")}
        autoComplete="off"
        maxLength={40}
        value={phone}
        onChange={(event) => onPhone(event.target.value)}
      />
      <div className="pt-2">
        <DeskNotice />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" size="large" disabled={busy} onClick={onQueue}>
          {say("Give a number")}
        </Button>
        <Button size="large" disabled={busy} onClick={onBook} className="tabular-nums">
          {say("Book {time} with {staffName}", {
            time: formatTime(start.startsAt, tenant.timeZone),
            staffName: start.staffName,
          })}
        </Button>
      </div>
    </div>
  );
}

export type Given = { id: string; number: number; link: string; picture: { size: number; path: string } };

/** The number, to be read out or by a phone's camera. */
export function TicketGiven({ ticket, name, onClose }: { ticket: Given; name: string; onClose(): void }) {
  const say = useSay();
  return (
    <div className="grid justify-items-center gap-4 text-center">
      <p role="status">
        <span className="block text-quiet">{say("{who} has number", { who: name || say("The guest") })}</span>
        <span className="block text-[4rem] leading-none font-semibold tabular-nums">{ticket.number}</span>
      </p>
      <TicketCode {...ticket} />
      <p className="max-w-[40ch] text-quiet">
        {say("Their phone reads it and shows their place and how long it will take.")}
      </p>
      <Button kind="primary" size="large" onClick={onClose}>
        {say("Done")}
      </Button>
    </div>
  );
}
