"use client";

import { SearchX } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useState } from "react";
import useSWR from "swr";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { BookingFacts } from "@/lib/bookings/get-booking";
import { formatDayTime, formatMoney, formatTime } from "@/lib/platform/format";
import { fetchJson, HttpError } from "../data/fetch-json";
import { apiBase } from "../data/keys";
import { useShell } from "../shell/shell-context";
import { EmptyState } from "../ui/empty-state";
import { Sheet } from "../ui/sheet";
import { Skeleton } from "../ui/skeleton";
import { closeBooking } from "./open-booking";
import { StatusBadge } from "./status-badge";
import { StatusSteps } from "./status-steps";

export const bookingKey = (tenantId: string, id: string): string => `${apiBase(tenantId)}/bookings/${id}`;

/** The booking that the address names, beside the page. */
export function BookingPanel({ steps }: { steps?: (booking: BookingFacts) => ReactNode }) {
  const say = useSay();
  const { tenant } = useShell();
  const asked = useSearchParams().get("booking");
  // Kept while the panel slides out, so that it does not empty on its way.
  const [id, setId] = useState(asked);
  if (asked && asked !== id) setId(asked);
  const { data, error } = useSWR<BookingFacts>(id ? bookingKey(tenant.id, id) : null, fetchJson, {
    shouldRetryOnError: (problem) => !(problem instanceof HttpError && problem.status < 500),
  });
  const missing = error instanceof HttpError && error.status < 500 && !data;
  const unreachable = Boolean(error) && !missing && !data;
  return (
    <Sheet
      open={asked !== null}
      onClose={closeBooking}
      title={data ? (data.bookedAs ?? data.customerName) : missing ? say("Booking not found") : say("Booking")}
      about={
        data
          ? say("Booking {reference}", { reference: data.reference })
          : missing
            ? say("Nothing to show")
            : say("Loading")
      }
    >
      {data ? (
        <div className="grid gap-6">
          <Facts booking={data} timeZone={tenant.timeZone} />
          {steps?.(data)}
        </div>
      ) : missing ? (
        <Missing />
      ) : unreachable ? (
        <p role="alert">{say("The booking could not be loaded. It comes by itself once the server answers.")}</p>
      ) : (
        <Loading />
      )}
    </Sheet>
  );
}

function Facts({ booking, timeZone }: { booking: BookingFacts; timeZone: string }) {
  const say = useSay();
  const { status, startsAt, endsAt, services, staffNames, totalMinor, currency, bookedAs, customerName } = booking;
  return (
    <div className="grid gap-6">
      <div className="grid gap-4">
        <StatusBadge status={status} deposit={booking.deposit} />
        <StatusSteps status={status} />
      </div>
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-3">
        <Fact term={say("When")}>
          <span className="tabular-nums">
            {formatDayTime(startsAt, timeZone, say.language)} – {formatTime(endsAt, timeZone)}
          </span>
        </Fact>
        {booking.parts.length > 1 ? (
          <Fact term={say("Services")}>
            <ol className="grid gap-1">
              {booking.parts.map((part) => (
                <li key={part.id}>
                  <span className="tabular-nums">{formatTime(part.startsAt, timeZone)}</span>{" "}
                  {say("{service} with {person}", { service: part.service, person: part.staffName })}
                </li>
              ))}
            </ol>
          </Fact>
        ) : (
          <>
            <Fact term={say("Service")}>{services.join(", ")}</Fact>
            <Fact term={say("With")}>{staffNames.join(", ")}</Fact>
          </>
        )}
        {booking.classes.map(({ id, service, taken, seats }) => (
          <Fact key={id} term={booking.classes.length > 1 ? service : say("Class")}>
            {say("{taken} of {seats} places taken", { taken, seats })}
          </Fact>
        ))}
        <Fact term={say("Total")}>
          <span className="tabular-nums">{formatMoney(totalMinor, currency)}</span>
        </Fact>
        {booking.depositMinor === null || booking.deposit === null ? null : (
          <Fact term={say("Deposit")}>
            <span className="tabular-nums">{formatMoney(booking.depositMinor, currency)}</span>{" "}
            {say(depositWords[booking.deposit])}
          </Fact>
        )}
        {bookedAs ? (
          <Fact term={say("Booked as")}>
            {say("{name} on {customer}’s number", { name: bookedAs, customer: customerName })}
          </Fact>
        ) : null}
        {booking.notes ? (
          <Fact term={say("Notes")}>
            <span className="whitespace-pre-line">{booking.notes}</span>
          </Fact>
        ) : null}
      </dl>
    </div>
  );
}

const depositWords = { due: phrase("not paid yet"), paid: phrase("paid"), waived: phrase("waived") } as const;

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-quiet">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Missing() {
  const say = useSay();
  return (
    <EmptyState
      icon={SearchX}
      title={say("This booking is not here")}
      why={say("The link may be old, or it belongs to another business or another staff member.")}
    />
  );
}

function Loading() {
  return (
    <div className="grid gap-6">
      <Skeleton className="h-5 w-28" />
      <div className="grid gap-3">
        {["w-56", "w-44", "w-24", "w-20"].map((width) => (
          <Skeleton key={width} className={`h-5 ${width}`} />
        ))}
      </div>
    </div>
  );
}
