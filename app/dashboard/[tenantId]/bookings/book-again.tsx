"use client";

import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import useSWR from "swr";
import { againOffers } from "@/app/_components/bookings/again-offers";
import { bookingKey } from "@/app/_components/bookings/booking-panel";
import { openBookingPanel } from "@/app/_components/bookings/open-booking";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { BookingFacts } from "@/lib/bookings/get-booking";
import type { AgainOffer } from "@/lib/bookings/list-again";
import type { OpenSlot } from "@/lib/bookings/list-open-slots";
import { termsOf } from "@/lib/bookings/terms";
import { formatDayTime } from "@/lib/platform/format";
import { again } from "./actions";

type Times = Pick<AgainOffer, "times"> & {
  cancellation: { terms: AgainOffer["terms"]; seen: string };
  refusal: string | null;
};

/** The same for the same customer, in two taps. */
export function BookAgain({ booking }: { booking: BookingFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  const [open, setOpen] = useState(false);
  if (!tenant.may.includes("bookings.place")) return null;
  return (
    <section aria-label={say("Book again")} className="grid gap-3 border-t pt-5">
      {open ? (
        <Offers booking={booking} onLeave={() => setOpen(false)} />
      ) : (
        <Button size="large" className="justify-self-start" onClick={() => setOpen(true)}>
          <CalendarPlus aria-hidden />
          {say("Book again")}
        </Button>
      )}
    </section>
  );
}

function Offers({ booking, onLeave }: { booking: BookingFacts; onLeave(): void }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("bookings");
  const [key] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const { data, error, mutate } = useSWR<Times>(`${bookingKey(tenant.id, booking.id)}/again`, fetchJson);
  const book = async ({ startsAt, totalMinor }: OpenSlot) => {
    setBusy(true);
    setProblem("");
    const answer = await act((tenantId) =>
      again(tenantId, { id: booking.id, startsAt, totalMinor, terms: data?.cancellation.seen, key }),
    );
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      // The prices and terms that hold now, to choose by.
      return void mutate();
    }
    const { id } = answer.value;
    const who = booking.bookedAs ?? booking.customerName;
    const when = formatDayTime(startsAt, tenant.timeZone, say.language);
    toast(say("{who} is booked: {when}", { who, when }), {
      action: { label: say("Open"), onClick: () => openBookingPanel(id) },
    });
    onLeave();
  };
  const words = data ? termsOf(data.times, data.cancellation.terms, booking.currency, say.language) : [];
  return (
    <>
      <h3 className="font-medium">
        {say("{services} again, with {staff}", {
          services: booking.services.join(", "),
          staff: booking.staffNames.join(", "),
        })}
      </h3>
      {againOffers(data?.times ?? [], tenant.timeZone, {
        language: say.language,
        inWeeks: (weeks) => say("In {weeks, plural, one {1 week} other {{weeks} weeks}}", { weeks }),
      }).map(({ weeks, title, choices }) => (
        <div key={weeks} className="grid gap-1.5">
          <h4 className="text-base font-normal text-quiet">{title}</h4>
          <div className="flex flex-wrap gap-2">
            {choices.map(({ label, whole, ...slot }) => (
              <Button
                key={slot.startsAt}
                disabled={busy}
                onClick={() => void book(slot)}
                aria-label={say("Book {whole}", { whole })}
                className="tabular-nums"
              >
                {label}
              </Button>
            ))}
          </div>
        </div>
      ))}
      {words.map((one) => (
        <p key={one} className="text-quiet">
          {one}
        </p>
      ))}
      {data?.times.length === 0 ? (
        <p className="text-quiet">
          {data.refusal ? say("One of its services is no longer offered.") : say("Nothing is free around those days.")}
        </p>
      ) : null}
      {data ? null : (
        <p className="text-quiet">{error ? say("The free times could not be loaded.") : say("Looking")}</p>
      )}
      <ProblemLine>{problem}</ProblemLine>
      <Button kind="bare" size="large" className="justify-self-start" onClick={onLeave}>
        {say("Not now")}
      </Button>
    </>
  );
}
