"use client";

import { useState } from "react";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import type { BookingFacts } from "@/lib/bookings/get-booking";
import { typedAmount } from "@/lib/platform/typed-amount";
import { StepForm } from "./step-form";
import { useResize } from "./use-step";

/** How long each of its services takes; what follows in the visit begins later or sooner. */
export function LengthForm({ booking, onLeave }: { booking: BookingFacts; onLeave(): void }) {
  const say = useSay();
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
    <StepForm
      label={say("Length")}
      word={say("Change")}
      doing={say("One moment")}
      busy={busy}
      problem={problem}
      onSend={send}
      onLeave={onLeave}
    >
      {parts.map(({ id, service }, at) => (
        <Field
          key={id}
          name={`minutes-${at}`}
          label={parts.length > 1 ? say("Minutes of {service}", { service }) : say("Minutes")}
          inputMode="numeric"
          autoComplete="off"
          className="max-w-28"
          value={typed[at]}
          onChange={(event) => setTyped(typed.with(at, event.target.value))}
          autoFocus={at === 0}
        />
      ))}
    </StepForm>
  );
}
