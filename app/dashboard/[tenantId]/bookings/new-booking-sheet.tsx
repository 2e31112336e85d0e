"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { openBookingPanel } from "@/app/_components/bookings/open-booking";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { Sheet } from "@/app/_components/ui/sheet";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { depositHoldMinutes } from "@/lib/bookings/deposit-rules";
import { holdMinutes } from "@/lib/bookings/rules";
import type { FoundCustomer } from "@/lib/customers/find-customers";
import { formatDay, formatDayTime, formatMoney, formatTime } from "@/lib/platform/format";
import { minuteWords } from "@/lib/services/rules";
import { closePanel } from "../members/panel-address";
import { AnywayField } from "./anyway-field";
import { CustomerField } from "./customer-field";
import { DayField } from "./day-field";
import { DepositSwitch } from "./deposit-switch";
import { type DeskService, lineOf, measureOf, type WantedLine } from "./desk-choices";
import { LinesField } from "./lines-field";
import { instantAt, localDay } from "./local-day";
import { SeriesField } from "./series-field";
import { TimeSelect } from "./time-select";
import { linesAsked, useFreeTimes } from "./use-free-times";
import { usePlace } from "./use-place";
import { type Series, useSeries } from "./use-series";

/** For somebody on the phone: their booking, or a time that is held while they think about it. */
export function NewBookingSheet({ services, onClose = closePanel }: Props) {
  const say = useSay();
  const asked = useSearchParams();
  const [at, person, day] = ["at", "with", "date"].map((name) => asked.get(name) ?? "") as [string, string, string];
  return (
    <Sheet
      open={asked.get("add") === "booking"}
      onClose={onClose}
      title={say("New booking")}
      about={say("For somebody on the phone or at the counter.")}
    >
      <NewBookingForm
        key={`${at} ${person} ${day}`}
        services={services}
        onClose={onClose}
        at={at}
        person={person}
        day={day}
      />
    </Sheet>
  );
}

type Props = { services: readonly DeskService[]; onClose?: () => void };
/** `at` and `person` are where somebody has tapped, and `day` is the day they look at; empty for nowhere. */
type FormProps = Required<Props> & { at: string; person: string; day: string };

const holdingOf = (say: Say) =>
  holdMinutes.map((minutes) => ({
    value: String(minutes),
    label: minutes < 60 ? say("Hold it for {minutes} minutes", { minutes }) : say("Hold it for an hour"),
  }));

function NewBookingForm({ services, onClose, at: tapped, person, day }: FormProps) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const { once, asSeries } = usePlace();
  const today = localDay(now, tenant.timeZone);
  const [lines, setLines] = useState<WantedLine[]>(() => [firstLine(services, person)]);
  const [date, setDate] = useState(() =>
    Number.isNaN(Date.parse(tapped)) ? (isDay(day) && day > today ? day : today) : localDay(tapped, tenant.timeZone),
  );
  const [keep, setKeep] = useState("");
  const [taken, setTaken] = useState(false);
  const [asks, setAsks] = useState(true);
  const [customer, setCustomer] = useState<FoundCustomer | null>(null);
  const [formKey] = useState(() => crypto.randomUUID());
  const free = useFreeTimes(lines, date, customer?.id);
  // What was chosen is one of the times that are shown, or nothing.
  const [choice, setChoice] = useState({ of: "", at: "" });
  const isFree = (time: string) => free.times?.some(({ startsAt }) => startsAt === time);
  const at = choice.of === free.key ? choice.at : isFree(tapped) ? tapped : "";
  const earliest = free.times?.[0];
  const slot = free.times?.find(({ startsAt }) => startsAt === at);
  const mayOverbook = tenant.may.includes("bookings.overbook");
  // Who does the first service of a time that is chosen is known.
  const measured = lines.map((line, place) =>
    measureOf(
      services.find(({ id }) => id === line.service),
      slot && place === 0 ? { ...line, staff: slot.staffId } : line,
    ),
  );
  const minutes = measured.every(({ isSure }) => isSure) ? measured.reduce((sum, one) => sum + one.minutes, 0) : null;
  const series = useSeries(lines, at, customer?.id ?? "");
  const repeats = series.weeks > 0 && !taken;
  const depositMinor = taken || repeats ? 0 : (slot?.depositMinor ?? 0);
  const askDeposit = asks && depositMinor > 0;
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ name, phone, clock, anyway }) => {
      const wish = {
        lines: linesAsked(lines),
        startsAt: taken ? instantAt(date, String(clock ?? ""), tenant.timeZone) : at,
        customer: customer ? { customerId: customer.id } : { name, phone },
      };
      if (repeats)
        return asSeries({ ...wish, key: `${formKey}-series` }, series, customer?.name || `${name || say("a guest")}`);
      return once({
        ...wish,
        ...(keep && !taken ? { holdMinutes: Number(keep) } : {}),
        ...(askDeposit ? { askDeposit } : {}),
        ...(anyway ? { anyway: { reason: anyway } } : {}),
        key: `${formKey}-${taken ? "over" : "free"}`,
      });
    },
    ({ id, words }) => {
      toast(words);
      onClose();
      openBookingPanel(id);
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-5">
      <LinesField lines={lines} services={services} onChange={setLines} />
      <DayField date={date} today={today} onChange={setDate} />
      {taken ? (
        <>
          <Field
            type="time"
            name="clock"
            label={say("Time")}
            required
            autoFocus
            defaultValue={Number.isNaN(Date.parse(tapped)) ? "" : formatTime(tapped, tenant.timeZone)}
            error={errorOf("startsAt", say("Time"))}
          />
          <AnywayField error={errorOf("anyway.reason", say("The reason"))} />
        </>
      ) : (
        <div className="grid gap-2">
          <TimeSelect
            name="at"
            value={at}
            onChange={(event) => setChoice({ of: free.key, at: event.target.value })}
            help={free.failed ? say("The free times could not be loaded. Choose the day again.") : ""}
            error={errorOf("startsAt", say("Time"))}
            times={free.times}
          />
          {earliest && !at ? (
            <Button
              className="justify-self-start tabular-nums"
              onClick={() => setChoice({ of: free.key, at: earliest.startsAt })}
            >
              {say("Earliest: {time}", { time: formatTime(earliest.startsAt, tenant.timeZone) })}
            </Button>
          ) : null}
          <NextFree next={free.next} onGo={setDate} />
        </div>
      )}
      {taken ? null : <SeriesField series={series} at={at} errorOf={errorOf} />}
      {mayOverbook && !repeats ? (
        <Button kind="bare" className="-ml-3 justify-self-start" onClick={() => setTaken(!taken)}>
          {taken ? say("Choose a free time") : say("Book over a time that is taken")}
        </Button>
      ) : null}
      <CustomerField chosen={customer} onChoose={setCustomer} errorOf={errorOf} />
      {depositMinor > 0 && services[0] ? (
        <DepositSwitch
          amountMinor={depositMinor}
          currency={services[0].currency}
          on={asks}
          onChange={setAsks}
          error={errorOf("askDeposit", say("The deposit"))}
        />
      ) : null}
      {taken || repeats ? null : (
        <SelectField
          name="keep"
          label={say("What to do")}
          value={keep}
          onChange={(event) => setKeep(event.target.value)}
          help={
            keep
              ? askDeposit
                ? say("It is free again by itself unless it is paid.")
                : say("It is free again by itself unless somebody confirms it.")
              : ""
          }
          choices={
            askDeposit
              ? [
                  { value: "", label: say("Hold it for {minutes} minutes", { minutes: depositHoldMinutes }) },
                  ...holdingOf(say),
                ]
              : [{ value: "", label: say("Book it") }, ...holdingOf(say)]
          }
        />
      )}
      {slot && !taken && !repeats ? (
        <p role="status" className="flex flex-wrap justify-between gap-x-4 border-t pt-4 font-medium tabular-nums">
          <span>
            {formatDayTime(slot.startsAt, tenant.timeZone, say.language)}
            {minutes === null ? "" : `, ${minuteWords(minutes, say.language)}`}
          </span>
          <span>{services[0] ? formatMoney(slot.totalMinor, services[0].currency) : ""}</span>
        </p>
      ) : null}
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex justify-end gap-2">
        <Button size="large" onClick={onClose}>
          {say("Cancel")}
        </Button>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy
            ? say("One moment")
            : repeats
              ? seriesWord(say, series)
              : taken
                ? say("Book anyway")
                : askDeposit
                  ? say("Hold until paid")
                  : keep
                    ? say("Hold")
                    : say("Book")}
        </Button>
      </div>
    </form>
  );
}

const isDay = (text: string) => /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** How many are booked once every date has its answer. */
const seriesWord = (say: Say, { days, unresolved, count }: Series) =>
  days && !unresolved ? say("Book {count}", { count }) : say("Book all");

/** The first service that whoever was tapped on does. */
function firstLine(services: readonly DeskService[], person: string): WantedLine {
  const service = services.find(({ offers }) => offers.some(({ id }) => id === person));
  return service ? { ...lineOf(service), staff: person } : lineOf(services[0]);
}

/** Where the day has nothing left: the next that has. */
function NextFree({ next, onGo }: { next: string | null | undefined; onGo(date: string): void }) {
  const say = useSay();
  if (next === undefined) return null;
  if (next === null) return <p className="text-quiet">{say("Nothing is free for two weeks after that day.")}</p>;
  return (
    <Button className="justify-self-start" onClick={() => onGo(next)}>
      {say("Next free: {day}", { day: formatDay(`${next}T12:00:00Z`, "UTC", say.language) })}
    </Button>
  );
}
