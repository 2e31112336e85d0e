"use client";

import { useState } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import type { BookingFacts } from "@/lib/bookings/get-booking";
import { typedAmount } from "@/lib/platform/typed-amount";
import { useResize } from "./use-step";

/** How long each of its services takes; what follows in the visit begins later or sooner. */
export function LengthForm({ booking, onLeave }: { booking: BookingFacts; onLeave(): void }) {
  const resize = useResize();
  const [typed, setTyped] = useState(() => booking.parts.map(({ minutes }) => String(minutes)));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const send = async () => {
    // One step of the history is one service: the first that is another.
    const at = booking.parts.findIndex(({ minutes }, place) => typedAmount(typed[place]!) !== minutes);
    if (at < 0) return onLeave();
    setBusy(true);
    const not = await resize(booking, { lineId: booking.parts[at]!.id, minutes: typedAmount(typed[at]!) });
    setBusy(false);
    setProblem(not ?? "");
    if (!not) onLeave();
  };
  return (
    <form
      className="grid gap-4"
      noValidate
      aria-label="Length"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {booking.parts.map(({ id, service }, at) => (
        <Field
          key={id}
          name={`minutes-${at}`}
          label={booking.parts.length > 1 ? `Minutes of ${service}` : "Minutes"}
          inputMode="numeric"
          autoComplete="off"
          className="max-w-28"
          value={typed[at]}
          onChange={(event) => setTyped(typed.with(at, event.target.value))}
          autoFocus={at === 0}
        />
      ))}
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" size="large" disabled={busy}>
          {busy ? "One moment" : "Change"}
        </Button>
        <Button size="large" kind="bare" onClick={onLeave}>
          Keep it
        </Button>
      </div>
    </form>
  );
}
