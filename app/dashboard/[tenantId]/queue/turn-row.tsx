"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/app/_components/ui/dropdown-menu";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { formatTime } from "@/lib/platform/format";
import { minuteWords } from "@/lib/services/rules";
import type { QueuedTicket } from "@/lib/waitlist/list-queue";
import type { TurnStep } from "@/lib/waitlist/rules";
import { TicketDialog } from "./ticket-dialog";
import { useTurn } from "./use-turn";

type Props = { ticket: QueuedTicket; before: number };

/** One who waits: their number, what for, how long, and the next step. */
export function TurnRow({ ticket, before }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const turn = useTurn();
  const [busy, setBusy] = useState(false);
  const [showing, setShowing] = useState(false);
  const take = async (step: TurnStep) => {
    setBusy(true);
    await turn(ticket, step);
    setBusy(false);
  };
  const { number, status, customerName, serviceName, staffName, calledTo, calledAt, skips, createdAt, start } = ticket;
  const isCalled = status === "called";
  const minutes = (from: string, to: string) => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
  const waited = minutes(createdAt, now);
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3 gap-y-2 border-t py-3 first:border-t-0 sm:grid-cols-[3rem_minmax(0,1fr)_auto]">
      <span className="text-xl font-semibold tabular-nums" title={say("Number")}>
        {number}
      </span>
      <div className="grid min-w-0 content-start gap-0.5 wrap-anywhere">
        <p className="font-medium">
          {customerName}
          {isCalled ? (
            <span className="text-confirmed">
              {" "}
              · {calledWords(say, calledTo, calledAt && formatTime(calledAt, tenant.timeZone))}
            </span>
          ) : null}
        </p>
        <p className="text-quiet">
          {serviceName}
          {staffName ? `, ${say("only with {staffName}", { staffName })}` : ""}
          {waited > 0 ? ` · ${say("here for {waited}", { waited: minuteWords(waited, say.language) })}` : ""}
          {skips > 0 ? ` · ${say("skipped {skips, plural, one {once} other {{skips} times}}", { skips })}` : ""}
        </p>
        {isCalled ? null : (
          <p className="tabular-nums">
            {start === null
              ? say("Not today any more")
              : start.isNow
                ? say("Now with {staffName}", { staffName: start.staffName })
                : say("In about {wait}, {time} with {staffName}", {
                    wait: minuteWords(minutes(now, start.startsAt), say.language),
                    time: formatTime(start.startsAt, tenant.timeZone),
                    staffName: start.staffName,
                  })}
            {before === 0 && !start?.isNow ? ` · ${say("next")}` : ""}
          </p>
        )}
      </div>
      <div className="col-start-2 flex flex-wrap items-start gap-2 sm:col-start-3">
        {isCalled ? (
          <>
            <Button kind="primary" disabled={busy} onClick={() => void take("serve")}>
              {say("Start")}
            </Button>
            <Button disabled={busy} onClick={() => void take("skip")}>
              {say("Skip")}
            </Button>
          </>
        ) : (
          <Button kind={before === 0 ? "primary" : undefined} disabled={busy} onClick={() => void take("call")}>
            {say("Call")}
          </Button>
        )}
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button
              kind="bare"
              size="icon"
              aria-label={say("More for {customerName}, number {number}", { customerName, number })}
            >
              <Ellipsis aria-hidden />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            {isCalled ? (
              <DropdownMenuItem onSelect={() => void take("recall")}>{say("Call again")}</DropdownMenuItem>
            ) : (
              <>
                <DropdownMenuItem onSelect={() => void take("serve")}>{say("Start now")}</DropdownMenuItem>
                <DropdownMenuItem onSelect={() => void take("skip")}>{say("Skip")}</DropdownMenuItem>
              </>
            )}
            <DropdownMenuItem onSelect={() => setShowing(true)}>{say("Show the ticket")}</DropdownMenuItem>
            <DropdownMenuItem onSelect={() => void take("remove")}>{say("Take out of the queue")}</DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      </div>
      <TicketDialog ticket={showing ? ticket : null} onClose={() => setShowing(false)} />
    </li>
  );
}

function calledWords(say: Say, to: string | null, at: string | null): string {
  if (to) return at ? say("called to {to} at {at}", { to, at }) : say("called to {to}", { to });
  return at ? say("called at {at}", { at }) : say("called");
}
