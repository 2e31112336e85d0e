"use client";

import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { AffectedBooking } from "@/lib/bookings/list-affected";
import { formatDayTime } from "@/lib/platform/format";

/** Bookings to look at. */
export function AffectedList({ bookings }: { bookings: readonly AffectedBooking[] }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <ul className="-mx-2 max-h-[50dvh] overflow-y-auto border-y" aria-label={say("Bookings affected")}>
      {bookings.map(({ id, startsAt, bookedAs, customerName, services, staffNames }) => (
        <li key={id} className="grid gap-0.5 border-t px-2 py-2 first:border-t-0">
          <span className="flex flex-wrap justify-between gap-x-3">
            <span className="font-medium">{bookedAs ?? customerName}</span>
            <span className="tabular-nums">{formatDayTime(startsAt, tenant.timeZone, say.language)}</span>
          </span>
          <span className="text-quiet">
            {say("{services} with {staff}", { services: services.join(", "), staff: staffNames.join(", ") })}
          </span>
        </li>
      ))}
    </ul>
  );
}
