"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { wayBack } from "@/app/_components/data/way-back";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { BookingFacts } from "@/lib/bookings/get-booking";
import { sayWhose, takeItBack } from "./handover-actions";

const choices = [
  {
    choice: "same",
    label: phrase("Same person"),
    about: (say: Say, typed: string, on: string) => say("{typed} is {on}.", { typed, on }),
  },
  {
    choice: "dependant",
    label: phrase("Dependant"),
    about: (say: Say, typed: string, on: string) => say("{on} books and pays for {typed}.", { on, typed }),
  },
  {
    choice: "new",
    label: phrase("New customer"),
    about: (say: Say, typed: string, on: string) => say("{typed} only used {on}’s number.", { typed, on }),
  },
] as const;

/** Booked as Mary on Jane's number: whose it is, said once, and taken back as easily. */
export function WhoseSection({ booking }: { booking: BookingFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("bookings");
  const [busy, setBusy] = useState(false);
  const { id, bookedAs, customerName, handed } = booking;
  if (!tenant.may.includes("customers.manage") || (!bookedAs && !handed)) return null;
  const back = async () => {
    setBusy(true);
    const answer = await act((tenantId) => takeItBack(tenantId, { bookingId: id }));
    if (!answer.ok) toast.error(answer.problem);
    setBusy(false);
  };
  const tell = async (choice: (typeof choices)[number]) => {
    setBusy(true);
    const answer = await act((tenantId) => sayWhose(tenantId, { bookingId: id, choice: choice.choice }));
    if (answer.ok) toast(choice.about(say, bookedAs ?? "", customerName), wayBack(say, back));
    else toast.error(answer.problem);
    setBusy(false);
  };
  if (!bookedAs && handed)
    return (
      <section
        aria-label={say("Whose it is")}
        className="flex flex-wrap items-center justify-between gap-2 border-t pt-5"
      >
        <p className="min-w-0 text-quiet">
          {handed.who
            ? say("Came in as {typed} on {on}’s number; {who} said whose it is.", {
                typed: handed.typed,
                on: handed.onNumberOf,
                who: handed.who,
              })
            : say("Came in as {typed} on {on}’s number.", { typed: handed.typed, on: handed.onNumberOf })}
        </p>
        <Button onClick={back} aria-disabled={busy}>
          {say("Take back")}
        </Button>
      </section>
    );
  return (
    <section aria-labelledby="whose" className="grid gap-3 border-t pt-5">
      <h3 id="whose" className="font-medium">
        {say("Who is {name}?", { name: bookedAs ?? "" })}
      </h3>
      <ul className="grid gap-2">
        {choices.map((choice) => (
          <li key={choice.choice} className="grid grid-cols-[8.5rem_minmax(0,1fr)] items-center gap-3">
            <Button onClick={() => tell(choice)} aria-disabled={busy}>
              {say(choice.label)}
            </Button>
            <span className="text-quiet">{choice.about(say, bookedAs ?? "", customerName)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
