"use client";

import { CircleCheck } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import useSWR from "swr";
import { BookingRow } from "@/app/_components/bookings/booking-row";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { BookingItem } from "@/lib/bookings/list-next";
import type { Waiting } from "@/lib/bookings/list-waiting";
import { RowSteps } from "./bookings/row-steps";
import { asTimePasses, waitingKey } from "./today-keys";

const shownRequests = 5;

export function useWaiting(): Waiting | undefined {
  const { tenant } = useShell();
  return useSWR<Waiting>(waitingKey(tenant.id), fetchJson, asTimePasses).data;
}

/** What waits for a person, the most pressing first; each row is answered where it stands. */
export function WaitingForYou() {
  const say = useSay();
  const { tenant } = useShell();
  const waiting = useWaiting();
  if (!waiting) return null;
  const { late, over, held, requests, timeOff } = waiting;
  const all = late.length + over.length + held.length + requests.length + timeOff;
  return (
    <section aria-labelledby="waiting-title" className="border-t pb-2">
      <h2 id="waiting-title" className="flex items-baseline gap-2 px-4 pt-5 pb-2 md:px-6 xl:pl-8">
        {say("Waits for you")}
        {all > 0 ? <span className="font-normal text-quiet tabular-nums">{all}</span> : null}
      </h2>
      {all === 0 ? (
        <p className="flex items-center gap-2 px-4 pb-3 text-quiet md:px-6 xl:pl-8">
          <CircleCheck aria-hidden className="size-4 shrink-0" />
          {say("Nothing waits for you")}
        </p>
      ) : null}
      <Group title={say("Did they come?")} bookings={late} />
      <Group title={say("Running over")} bookings={over} />
      <Group title={say("Held for a while")} bookings={held} />
      {timeOff > 0 ? (
        <p className="border-y bg-canvas px-4 py-1.5 md:px-6 xl:pl-8">
          <Link
            href={`/dashboard/${tenant.id}/time-off`}
            className="inline-flex min-h-9 items-center font-medium underline decoration-edge underline-offset-4"
          >
            {say("{timeOff, plural, one {Somebody asks} other {{timeOff} ask}} for time off", { timeOff })}
          </Link>
        </p>
      ) : null}
      <Group title={say("To approve")} bookings={requests.slice(0, shownRequests)}>
        {requests.length > shownRequests ? (
          <Link
            href={`/dashboard/${tenant.id}/bookings?view=requests`}
            className="inline-block px-4 py-3 underline decoration-edge underline-offset-4 md:px-6 xl:pl-8"
          >
            {say("{count} more requests", { count: requests.length - shownRequests })}
          </Link>
        ) : null}
      </Group>
    </section>
  );
}

function Group({ title, bookings, children }: { title: string; bookings: BookingItem[]; children?: ReactNode }) {
  const { tenant } = useShell();
  if (bookings.length === 0) return null;
  return (
    <div>
      <h3 className="border-y bg-canvas px-4 py-1.5 font-medium text-quiet md:px-6 xl:pl-8">{title}</h3>
      <ul>
        {bookings.map((booking) => (
          <BookingRow key={booking.id} booking={booking} timeZone={tenant.timeZone} dated>
            <RowSteps booking={booking} />
          </BookingRow>
        ))}
      </ul>
      {children}
    </div>
  );
}
