"use client";

import { useState } from "react";
import useSWR from "swr";
import { bookingKey } from "@/app/_components/bookings/booking-panel";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { BookingFacts } from "@/lib/bookings/get-booking";
import type { OpenSlot } from "@/lib/bookings/list-open-slots";
import { mostProposed } from "@/lib/bookings/rules";
import { formatDayTime } from "@/lib/platform/format";
import { DayField } from "./day-field";
import { localDay } from "./local-day";
import { StepForm } from "./step-form";
import { TimeSelect } from "./time-select";
import { usePropose } from "./use-step";

/** Up to three times, of one day or of several; each is kept until the customer answers. */
export function ProposeForm({ booking, onLeave }: { booking: BookingFacts; onLeave(): void }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const [date, setDate] = useState(() => localDay(booking.startsAt, tenant.timeZone));
  const [times, setTimes] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const propose = usePropose();
  const key = `${bookingKey(tenant.id, booking.id)}/times?for=proposal&date=${date}`;
  const { data, error } = useSWR<{ times: OpenSlot[] }>(date ? key : null, fetchJson);
  const free = (data?.times ?? []).filter(({ startsAt }) => !times.includes(startsAt));
  const send = async () => {
    if (times.length === 0) return setProblem(say("Choose a time."));
    setBusy(true);
    const not = await propose(booking, times);
    setBusy(false);
    setProblem(not ?? "");
    if (!not) onLeave();
  };
  return (
    <StepForm
      label={say("Propose other times")}
      word={say("Propose")}
      doing={say("Proposing")}
      busy={busy}
      problem={problem}
      leave={say("Leave it")}
      onSend={send}
      onLeave={onLeave}
    >
      <DayField date={date} today={localDay(now, tenant.timeZone)} onChange={setDate} autoFocus />
      <TimeSelect
        name="time"
        value=""
        disabled={times.length >= mostProposed}
        help={
          error
            ? say("The free times could not be loaded.")
            : say("Up to {most}, also of other days.", { most: mostProposed })
        }
        onChange={(event) => event.target.value && setTimes([...times, event.target.value].sort())}
        times={data && free}
        first={say("Add a time")}
      />
      {times.length > 0 ? (
        <ul aria-label={say("Proposed")} className="grid gap-1">
          {times.map((time) => (
            <li key={time} className="flex items-center justify-between gap-3 tabular-nums">
              {formatDayTime(time, tenant.timeZone, say.language)}
              <Button kind="bare" onClick={() => setTimes(times.filter((one) => one !== time))}>
                {say("Leave out")}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="text-quiet">
        {say("They are kept for a day. The customer gets a link and takes one of them, or none.")}
      </p>
    </StepForm>
  );
}
