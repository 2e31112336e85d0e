"use client";

import { useRef, useState } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import type { ActionAnswer } from "@/app/_server/action";
import type { Affected, AffectedBooking } from "@/lib/bookings/list-affected";
import { formatDayTime } from "@/lib/platform/format";

const mostShown = 6;
/** Nothing happened, and nobody has to be told why: they chose so. */
const kept = { ok: false as const, problem: "" };

/**
 * For what narrows what can be booked: shows the bookings in the way, and goes on once somebody has looked at them.
 * `go` is the word of the button that goes on.
 */
export function useLooked(go: string) {
  const [affected, setAffected] = useState<Affected | null>(null);
  const decide = useRef<(goes: boolean) => void>(() => {});
  const close = (goes: boolean) => {
    setAffected(null);
    decide.current(goes);
  };
  const looked = async (
    send: (anyway: boolean) => Promise<ActionAnswer<Affected | null>>,
  ): Promise<ActionAnswer<Affected | null>> => {
    const answer = await send(false);
    if (!answer.ok || !answer.value) return answer;
    setAffected(answer.value);
    const goes = await new Promise<boolean>((resolve) => {
      decide.current = resolve;
    });
    return goes ? send(true) : kept;
  };
  const dialog = <Look affected={affected} go={go} onDecided={close} />;
  return { looked, dialog };
}

function Look(props: { affected: Affected | null; go: string; onDecided(goes: boolean): void }) {
  const { affected, go, onDecided } = props;
  const total = affected?.total ?? 0;
  const shown = affected?.bookings.slice(0, mostShown) ?? [];
  const more = total - shown.length;
  return (
    <Dialog
      open={affected !== null}
      onClose={() => onDecided(false)}
      title={total === 1 ? "One booking is affected" : `${total} bookings are affected`}
      about={`${total === 1 ? "It stays" : "They stay"} as booked. Whoever is to come another time or to somebody else has to be told by you.`}
    >
      <ul className="-mx-2 border-y" aria-label="Bookings affected">
        {shown.map((booking) => (
          <Row key={booking.id} booking={booking} />
        ))}
        {more > 0 ? <li className="px-2 py-2 text-quiet">and {more} more</li> : null}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="large" onClick={() => onDecided(false)}>
          Leave it as it is
        </Button>
        <Button size="large" className="text-danger" onClick={() => onDecided(true)}>
          {go}
        </Button>
      </div>
    </Dialog>
  );
}

function Row({ booking: { startsAt, bookedAs, customerName, services, staffNames } }: { booking: AffectedBooking }) {
  const { tenant } = useShell();
  return (
    <li className="grid gap-0.5 border-t px-2 py-2 first:border-t-0">
      <span className="flex flex-wrap justify-between gap-x-3">
        <span className="font-medium">{bookedAs ?? customerName}</span>
        <span className="tabular-nums">{formatDayTime(startsAt, tenant.timeZone)}</span>
      </span>
      <span className="text-quiet">
        {services.join(", ")} with {staffNames.join(", ")}
      </span>
    </li>
  );
}
