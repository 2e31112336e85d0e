"use client";

import type { ReactNode } from "react";
import { useSay } from "@/app/_words/use-say";
import type { BookingItem } from "@/lib/bookings/list-next";
import { runsOver } from "@/lib/bookings/rules";
import { formatDay, formatMoney, formatTime } from "@/lib/platform/format";
import { useNow } from "../shell/shell-context";
import { openBooking } from "./open-booking";
import { StatusBadge } from "./status-badge";

/** `dated`: it stands under no day, so it says its own when that is not today. */
type Props = { booking: BookingItem; timeZone: string; dated?: boolean; children?: ReactNode };

/** One appointment: a row on wide screens, two lines on phones. Opens its panel. */
export function BookingRow(props: Props) {
  const say = useSay();
  const { booking, timeZone, dated = false, children } = props;
  const now = useNow();
  const { id, startsAt, endsAt, status, customerName, bookedAs, services, staffNames, totalMinor, currency } = booking;
  return (
    <li className="border-t first:border-t-0">
      <a
        href={`?booking=${id}`}
        data-booking={id}
        onClick={(event) => openBooking(event, id)}
        className="grid grid-cols-[3.25rem_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5 px-4 py-(--row) transition-colors hover:bg-wash focus-visible:-outline-offset-2 md:grid-cols-[6.5rem_minmax(0,2fr)_minmax(0,3fr)_9.5rem_6rem] md:px-6 xl:pl-8"
      >
        <span className="self-start font-semibold tabular-nums">
          {formatTime(startsAt, timeZone)}
          <span className="hidden font-normal text-quiet md:inline">
            {" – "}
            {runsOver(booking, new Date(now)) ? say("now") : formatTime(endsAt, timeZone)}
          </span>
          {dated && formatDay(startsAt, timeZone) !== formatDay(now, timeZone) ? (
            <span className="block font-normal text-quiet">{formatDay(startsAt, timeZone, say.language)}</span>
          ) : null}
        </span>
        <span className="min-w-0 self-start">
          <span className="block truncate font-medium">{bookedAs ?? customerName}</span>
          {bookedAs ? (
            <span className="block truncate text-quiet">
              {say("on {customer}’s number", { customer: customerName })}
            </span>
          ) : null}
        </span>
        <span className="col-span-2 col-start-2 row-start-2 flex gap-[0.5ch] text-quiet md:col-span-1 md:col-start-3 md:row-start-1 md:self-start">
          <span className="truncate">{services.join(", ")}</span>
          <span className={`shrink-0 truncate ${booking.overbooked ? "max-w-3/5" : "max-w-full"}`}>
            {say("with {staff}", { staff: staffNames.join(", ") })}
          </span>
          {booking.overbooked ? (
            <span className="shrink-0 font-medium text-requested">{say("· Overbooked")}</span>
          ) : null}
        </span>
        <StatusBadge
          status={status}
          deposit={booking.deposit}
          className="col-start-3 row-start-1 self-start md:col-start-4"
        />
        <span className="hidden self-start text-right tabular-nums md:block">{formatMoney(totalMinor, currency)}</span>
      </a>
      {children}
    </li>
  );
}
