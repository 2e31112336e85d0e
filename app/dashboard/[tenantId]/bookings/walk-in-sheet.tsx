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
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Field } from "@/app/_components/ui/field";
import { Sheet } from "@/app/_components/ui/sheet";
import { Skeleton } from "@/app/_components/ui/skeleton";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import type { EarliestToday } from "@/lib/bookings/walk-in";
import { formatMoney, formatTime } from "@/lib/platform/format";
import { minuteWords } from "@/lib/services/rules";
import { giveTicket } from "../queue/actions";
import { walkIn } from "./desk-actions";
import { type Given, TicketGiven, WaitChoice } from "./walk-in-ticket";

/** Somebody is here without a booking: what they could have and when, one tap each. */
export function WalkInSheet({ onClose }: { onClose(): void }) {
  const say = useSay();
  const open = useSearchParams().get("add") === "walk-in";
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={say("Walk-in")}
      about={say("Choose what they came for. The first who is free does it; when nobody is, they get a number.")}
    >
      {open ? <WalkIn onClose={onClose} /> : null}
    </Sheet>
  );
}

function WalkIn({ onClose }: { onClose(): void }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("bookings");
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [busy, setBusy] = useState("");
  const [problem, setProblem] = useState("");
  const [waits, setWaits] = useState("");
  const [ticket, setTicket] = useState<Given | null>(null);
  const [key] = useState(() => crypto.randomUUID());
  const { data, error, mutate } = useSWR<{ services: EarliestToday[] }>(`${apiBase(tenant.id)}/walk-ins`, fetchJson, {
    refreshInterval: 30_000,
  });
  const refused = (answer: Extract<ActionAnswer<unknown>, { ok: false }>) => {
    const [name, phone] = ["name", "phone"].map((field) => answer.fields?.[`customer.${field}`]?.[0]);
    setProblem(
      name
        ? say("The name {fault}.", { fault: say.known(name) })
        : phone
          ? say("The phone {fault}.", { fault: say.known(phone) })
          : answer.problem,
    );
    void mutate();
  };
  const take = async ({ serviceId, name: service, start }: EarliestToday) => {
    if (!start || busy) return;
    setBusy(serviceId);
    const { startsAt, staffId, staffName } = start;
    const answer = await act((tenantId) =>
      walkIn(tenantId, { serviceId, staffId, startsAt, customer: { name, phone }, key: `${key}-${serviceId}` }),
    );
    setBusy("");
    if (!answer.ok) return refused(answer);
    const who = name || say("A guest");
    toast(answer.value.isHere ? say("{who} is here", { who }) : say("{who} is booked", { who }), {
      description: say("{service} with {staffName}, {time}", {
        service,
        staffName,
        time: formatTime(answer.value.startsAt, tenant.timeZone),
      }),
    });
    onClose();
    openBookingPanel(answer.value.id);
  };
  const queue = async ({ serviceId }: EarliestToday) => {
    if (busy) return;
    setBusy(serviceId);
    const answer = await act((tenantId) =>
      giveTicket(tenantId, { serviceId, customer: { name, phone }, key: `${key}-${serviceId}` }),
    );
    setBusy("");
    if (!answer.ok) return refused(answer);
    setTicket(answer.value);
  };
  if (ticket) return <TicketGiven ticket={ticket} name={name} onClose={onClose} />;
  return (
    <div className="grid gap-5">
      <Field
        name="name"
        label={say("Name")}
        help={say("If they say it. Empty is a guest.")}
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <ProblemLine>{problem}</ProblemLine>
      {data ? (
        <ul aria-label={say("Services")} className="-mx-2 border-y">
          {/* What can be had comes first, in the order of the price list. */}
          {data.services
            .toSorted((a, b) => Number(a.start === null) - Number(b.start === null))
            .map((service) => (
              <li key={service.serviceId} className="border-t first:border-t-0">
                <button
                  type="button"
                  disabled={!service.start}
                  aria-busy={busy === service.serviceId}
                  aria-expanded={service.start && !service.start.isNow ? waits === service.serviceId : undefined}
                  onClick={() =>
                    service.start?.isNow
                      ? void take(service)
                      : setWaits(waits === service.serviceId ? "" : service.serviceId)
                  }
                  className="flex min-h-14 w-full items-center justify-between gap-4 px-2 py-2 text-left -outline-offset-2 hover:bg-wash disabled:text-quiet disabled:hover:bg-transparent"
                >
                  <span className="min-w-0">
                    <span className="block font-medium">{service.name}</span>
                    <span className="block text-quiet tabular-nums">
                      {minuteWords(service.minutes, say.language)} · {formatMoney(service.priceMinor, service.currency)}
                    </span>
                  </span>
                  <Wait service={service} />
                </button>
                {waits === service.serviceId && service.start && !service.start.isNow ? (
                  <WaitChoice
                    service={service}
                    busy={busy !== ""}
                    phone={phone}
                    onPhone={setPhone}
                    onQueue={() => void queue(service)}
                    onBook={() => void take(service)}
                  />
                ) : null}
              </li>
            ))}
        </ul>
      ) : error ? (
        <ProblemLine>{say("The free times could not be loaded.")}</ProblemLine>
      ) : (
        <Skeleton className="h-64" />
      )}
    </div>
  );
}

/** How long they would have to wait: the earliest start that the engine has. */
function Wait({ service: { start } }: { service: EarliestToday }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  if (!start) return <span className="shrink-0">{say("Not today")}</span>;
  const minutes = Math.max(0, Math.round((Date.parse(start.startsAt) - Date.parse(now)) / 60_000));
  return (
    <span className="shrink-0 text-right">
      <span className={`block font-medium tabular-nums ${start.isNow ? "text-confirmed" : ""}`}>
        {start.isNow
          ? say("Now")
          : say("in {wait}, {time}", {
              wait: minuteWords(minutes, say.language),
              time: formatTime(start.startsAt, tenant.timeZone),
            })}
      </span>
      <span className="block text-quiet">{say("with {staff}", { staff: start.staffName })}</span>
    </span>
  );
}
