"use client";

import { ArrowRight } from "lucide-react";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Proposal } from "@/lib/bookings/propose-moves";
import { formatDayTime } from "@/lib/platform/format";

type Props = { proposal: Proposal; ticked: boolean; note: string; disabled: boolean; onTick(): void };

/** A booking, where it is and where it could go; ticked by default. */
export function ProposalRow({ proposal, ticked, note, disabled, onTick }: Props) {
  const { tenant } = useShell();
  const { booking, fits, to } = proposal;
  const { bookedAs, customerName, services, staffNames, startsAt } = booking;
  const isSame = to?.staffNames.join() === staffNames.join();
  return (
    <li className="border-t first:border-t-0">
      <label className="flex min-h-11 items-start gap-3 px-2 py-2">
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
                <span className="sr-only">to</span>
                <span className="font-medium">
                  {formatDayTime(to.startsAt, tenant.timeZone)}
                  {isSame ? "" : ` with ${to.staffNames.join(", ")}`}
                </span>
              </>
            ) : (
              <span className={fits ? "text-quiet" : "text-requested"}>
                {fits ? "can stay as it is" : "nothing free within two weeks"}
              </span>
            )}
          </span>
          {note ? <span className="text-danger">{note}</span> : null}
        </span>
      </label>
    </li>
  );
}
