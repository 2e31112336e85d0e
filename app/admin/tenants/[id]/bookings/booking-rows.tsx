"use client";

import { CalendarOff } from "lucide-react";
import { StatusBadge } from "@/app/_components/bookings/status-badge";
import { useSay } from "@/app/_words/use-say";
import type { TenantBooking } from "@/lib/admin/list-tenant-bookings";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { rowsKey } from "../../../words";
import { Rows } from "../rows";

/** What was booked there, the latest first. */
export function BookingRows({ id }: { id: string }) {
  const say = useSay();
  return (
    <Rows<TenantBooking>
      label={say("Bookings")}
      keyOf={(cursor) => rowsKey(id, "bookings", cursor)}
      none={{
        icon: CalendarOff,
        title: say("Nothing booked yet"),
        why: say("Bookings of this business will stand here."),
      }}
    >
      {({ id: key, reference, status, startsAt, timeZone, services, customer, totalMinor, currency }) => (
        <li
          key={key}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 border-t px-4 py-2 first:border-t-0 md:grid-cols-[10rem_minmax(0,2fr)_minmax(0,1fr)_8rem_7rem] md:px-6 xl:px-8"
        >
          <time dateTime={startsAt} className="font-medium tabular-nums">
            {formatDayTime(startsAt, timeZone, say.language)}
          </time>
          <span className="min-w-0 truncate max-md:order-last max-md:col-span-2">
            {services}
            <span className="text-quiet"> {reference}</span>
          </span>
          <span className="min-w-0 truncate text-quiet max-md:order-last">{customer}</span>
          <StatusBadge status={status} />
          <span className="text-right tabular-nums max-md:order-last">{formatMoney(totalMinor, currency)}</span>
        </li>
      )}
    </Rows>
  );
}
