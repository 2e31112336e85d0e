"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import useSWR from "swr";
import { openBookingPanel } from "@/app/_components/bookings/open-booking";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { apiBase } from "@/app/_components/data/keys";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { Sheet } from "@/app/_components/ui/sheet";
import type { BookingChoices } from "@/lib/bookings/list-bookings";
import type { OpenDays } from "@/lib/bookings/list-open-slots";
import { writeMore } from "@/lib/bookings/more-lines";
import { holdMinutes } from "@/lib/bookings/rules";
import { closePanel } from "../members/panel-address";
import { AnywayField } from "./anyway-field";
import { place } from "./desk-actions";
import { LinesField, type WantedLine } from "./lines-field";
import { instantAt, localDay } from "./local-day";
import { TimeSelect } from "./time-select";

/** For somebody on the phone: their booking, or a time that is held while they think about it. */
export function NewBookingSheet({ choices }: { choices: BookingChoices }) {
  const open = useSearchParams().has("add");
  return (
    <Sheet open={open} onClose={closePanel} title="New booking" about="For somebody on the phone or at the counter.">
      <NewBookingForm choices={choices} />
    </Sheet>
  );
}

const keeping = [
  { value: "", label: "Book it" },
  ...holdMinutes.map((minutes) => ({
    value: String(minutes),
    label: minutes < 60 ? `Hold it for ${minutes} minutes` : "Hold it for an hour",
  })),
];

function NewBookingForm({ choices }: { choices: BookingChoices }) {
  const { tenant } = useShell();
  const now = useNow();
  const act = useAct("bookings");
  const [lines, setLines] = useState<WantedLine[]>([{ service: choices.services[0]?.id ?? "", staff: "any" }]);
  const [date, setDate] = useState(() => localDay(now, tenant.timeZone));
  const [keep, setKeep] = useState("");
  const [taken, setTaken] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const mayOverbook = tenant.may.includes("bookings.overbook");
  const wanted = lines.map(({ service, staff }) => ({
    serviceId: service,
    ...(staff === "any" ? {} : { staffId: staff }),
    addonIds: [],
  }));
  const query = new URLSearchParams({
    service: lines[0]!.service,
    staff: lines[0]!.staff,
    more: writeMore(wanted.slice(1)),
    from: date,
    to: date,
  });
  const { data, error } = useSWR<OpenDays>(
    lines[0]!.service && date ? `${apiBase(tenant.id)}/availability?${query}` : null,
    fetchJson,
  );
  const { busy, problem, onSubmit, errorOf } = useSend(
    async ({ name, phone, at, clock, anyway }) => {
      const answer = await act((tenantId) =>
        place(tenantId, {
          lines: wanted,
          startsAt: taken && clock ? instantAt(date, String(clock), tenant.timeZone) : at,
          customer: { name, phone },
          ...(keep && !taken ? { holdMinutes: Number(keep) } : {}),
          ...(anyway ? { anyway: { reason: anyway } } : {}),
          key: `${key}-${taken ? "over" : "free"}`,
        }),
      );
      return answer;
    },
    ({ id, status }) => {
      toast(status === "held" ? "The time is held" : "Booked");
      closePanel();
      openBookingPanel(id);
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-5">
      <LinesField lines={lines} choices={choices} onChange={setLines} />
      <Field type="date" name="date" label="Day" value={date} onChange={(event) => setDate(event.target.value)} />
      {taken ? (
        <>
          <Field type="time" name="clock" label="Time" required autoFocus error={errorOf("startsAt", "Time")} />
          <AnywayField error={errorOf("anyway.reason", "The reason")} />
        </>
      ) : (
        <TimeSelect
          key={String(query)}
          name="at"
          help={error ? "Whoever is chosen does not do this, or it is not on offer." : ""}
          error={errorOf("startsAt", "Time")}
          times={error ? [] : data?.days[0]?.slots}
        />
      )}
      {mayOverbook ? (
        <Button kind="bare" className="justify-self-start" onClick={() => setTaken(!taken)}>
          {taken ? "Choose a free time" : "Book over a time that is taken"}
        </Button>
      ) : null}
      <Field
        name="name"
        label="Name"
        autoComplete="off"
        maxLength={80}
        required
        error={errorOf("customer.name", "Name")}
      />
      <Field
        name="phone"
        type="tel"
        label="Phone"
        autoComplete="off"
        maxLength={40}
        required
        help="They get an SMS with a link to their booking."
        error={errorOf("customer.phone", "Phone")}
      />
      {taken ? null : (
        <SelectField
          name="keep"
          label="What to do"
          value={keep}
          onChange={(event) => setKeep(event.target.value)}
          help={keep ? "It is free again by itself unless somebody confirms it." : ""}
          choices={keeping}
        />
      )}
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex justify-end gap-2">
        <Button size="large" onClick={closePanel}>
          Cancel
        </Button>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? "One moment" : taken ? "Book anyway" : keep ? "Hold" : "Book"}
        </Button>
      </div>
    </form>
  );
}
