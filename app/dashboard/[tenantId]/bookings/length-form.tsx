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
  // As it was when the form was opened: what somebody else changes meanwhile is theirs.
  const [parts] = useState(booking.parts);
  const [typed, setTyped] = useState(() => parts.map(({ minutes }) => String(minutes)));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const send = async () => {
    setBusy(true);
    let not: string | null = null;
    for (const [at, { id: lineId, service, minutes: was }] of parts.entries()) {
      const minutes = typedAmount(typed[at]!);
      if (minutes !== was) not ??= await resize(booking, { lineId, service, minutes });
    }
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
      {parts.map(({ id, service }, at) => (
        <Field
          key={id}
          name={`minutes-${at}`}
          label={parts.length > 1 ? `Minutes of ${service}` : "Minutes"}
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
