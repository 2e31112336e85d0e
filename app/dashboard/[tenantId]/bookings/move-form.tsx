"use client";

import { useState } from "react";
import useSWR from "swr";
import { bookingKey } from "@/app/_components/bookings/booking-panel";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { BookingFacts } from "@/lib/bookings/get-booking";
import type { OpenSlot } from "@/lib/bookings/list-open-slots";
import { AnywayField } from "./anyway-field";
import { DayField } from "./day-field";
import { instantAt, localDay } from "./local-day";
import { StepForm } from "./step-form";
import { TimeSelect } from "./time-select";
import { useMove } from "./use-step";

type Times = { times: OpenSlot[]; refusal: string | null };

/** Another day, another time, or somebody else: what is free is asked for as the choice is made. */
export function MoveForm({ booking, onLeave }: { booking: BookingFacts; onLeave(): void }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const [date, setDate] = useState(() => localDay(booking.startsAt, tenant.timeZone));
  const [staff, setStaff] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [over, setOver] = useState(false);
  const move = useMove();
  const key = `${bookingKey(tenant.id, booking.id)}/times?date=${date}${staff && `&staff=${staff}`}`;
  const { data, error } = useSWR<Times>(date ? key : null, fetchJson);
  // Where it is already is nowhere to go, but to somebody else.
  const times = (data?.times ?? []).filter(({ startsAt }) => staff !== "" || startsAt !== booking.startsAt);
  const mayOverbook = tenant.may.includes("bookings.overbook");
  const send = async (form: FormData) => {
    const [chosen, clock, reason] = ["startsAt", "clock", "anyway"].map((name) => String(form.get(name) ?? ""));
    const startsAt = over ? instantAt(date, clock ?? "", tenant.timeZone) : chosen;
    if (!startsAt) return setProblem(say("Choose a time."));
    setBusy(true);
    const anyway = over ? { anyway: { reason: reason ?? "" } } : {};
    const not = await move(booking, { startsAt, ...(staff ? { staffId: staff } : {}), ...anyway });
    setBusy(false);
    setProblem(not?.problem ?? "");
    if (not?.taken && over) setProblem(say("Nobody works then, or not long enough."));
    if (!not) onLeave();
  };
  return (
    <StepForm
      label={say("Move")}
      word={over ? say("Book anyway") : say("Move")}
      doing={say("Moving")}
      busy={busy}
      problem={problem}
      onSend={send}
      onLeave={onLeave}
    >
      <DayField date={date} today={localDay(now, tenant.timeZone)} onChange={setDate} autoFocus />
      <SelectField
        name="staff"
        label={say("With")}
        value={staff}
        onChange={(event) => setStaff(event.target.value)}
        choices={[
          { value: "", label: booking.staffNames.join(", ") },
          { value: "any", label: say("Whoever is free") },
        ]}
      />
      {over ? (
        <>
          <Field type="time" name="clock" label={say("Time")} required autoFocus />
          <AnywayField />
        </>
      ) : (
        <TimeSelect key={key} name="startsAt" help={helpFor(say, data, error, times.length)} times={data && times} />
      )}
      {mayOverbook ? (
        <Button kind="bare" className="justify-self-start" onClick={() => setOver(!over)}>
          {over ? say("Choose a free time") : say("Move it over a time that is taken")}
        </Button>
      ) : null}
    </StepForm>
  );
}

function helpFor(say: Say, data: Times | undefined, error: unknown, many: number): string {
  if (error) return say("The free times could not be loaded.");
  if (data?.refusal === "unknown_service") return say("One of its services is no longer offered.");
  if (data?.refusal === "unknown_staff") return say("They no longer do this service: choose whoever is free.");
  return data && many === 0 ? say("Nothing is free that day. Choose another one, or somebody else.") : "";
}
