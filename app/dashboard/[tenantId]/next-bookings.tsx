"use client";

import { ArrowUpRight, CalendarClock } from "lucide-react";
import useSWR from "swr";
import { BookingRow } from "@/app/_components/bookings/booking-row";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { BookingItem } from "@/lib/bookings/list-next";
import { RowSteps } from "./bookings/row-steps";
import { byDay } from "./by-day";
import { ListLoading } from "./list-loading";
import { NotLinked } from "./not-linked";
import { asTimePasses, nextBookingsKey, nextShown } from "./today-keys";
import { useWaiting } from "./waiting";

/** Who comes next, day by day. */
export function NextBookings() {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const { data } = useSWR<{ items: BookingItem[] }>(nextBookingsKey(tenant.id), fetchJson, asTimePasses);
  const waiting = useWaiting();
  // What waits for a person stands above, once.
  const above = new Set(
    [waiting?.late, waiting?.over, waiting?.requests].flatMap((of) => of ?? []).map(({ id }) => id),
  );
  const coming = data?.items.filter(({ id }) => !above.has(id)) ?? [];
  return (
    <section aria-labelledby="next-title" className="min-w-0 pb-4">
      <h2 id="next-title" className="px-4 pt-5 pb-2 md:px-6 xl:pl-8">
        {say("Next appointments")}
      </h2>
      {!data ? (
        <ListLoading rows={nextShown} />
      ) : coming.length === 0 && above.size > 0 ? (
        <p className="px-4 py-2 text-quiet md:px-6 xl:pl-8">{say("Nobody else is booked.")}</p>
      ) : coming.length === 0 ? (
        <div className="px-4 md:px-6 xl:pl-8">
          {tenant.role === "staff" && tenant.staffId === null ? <NotLinked /> : <NobodyBooked />}
        </div>
      ) : (
        byDay(say, coming, now, tenant.timeZone).map((day) => (
          <div key={day.name}>
            <h3 className="border-y bg-canvas px-4 py-1.5 font-medium text-quiet md:px-6 xl:pl-8">{day.name}</h3>
            <ul>
              {day.items.map((booking) => (
                <BookingRow key={booking.id} booking={booking} timeZone={tenant.timeZone}>
                  <RowSteps booking={booking} />
                </BookingRow>
              ))}
            </ul>
          </div>
        ))
      )}
    </section>
  );
}

function NobodyBooked() {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <EmptyState
      icon={CalendarClock}
      title={say("Nobody is booked yet")}
      why={say(
        "Appointments appear here by themselves, the moment a customer books. Send them the link to your booking page.",
      )}
      action={
        <Button asChild>
          <a href={`/book/${tenant.slug}`} target="_blank" rel="noreferrer">
            {say("See your booking page")}
            <ArrowUpRight aria-hidden />
          </a>
        </Button>
      }
    />
  );
}
