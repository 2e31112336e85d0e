"use client";

import { useState } from "react";
import { toast } from "sonner";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import type { Opening } from "@/lib/hours/get-opening";
import { clockOfMinute } from "@/lib/staff/rules";
import { useLooked } from "../use-looked";
import { useSave } from "../use-save";
import { AddTimes, minutesOf, type Times, TimesEditor, usualDay } from "../week-editor";
import { setDay } from "./actions";
import { dateWords } from "./day-words";

type Props = {
  day: Opening["days"][number] | null;
  week: Opening["week"];
  today: string;
  onLeave(): void;
};

const weekdayOf = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay();
const timesOf = ({ from, to }: { from: number; to: number }): Times => ({
  from: clockOfMinute(from),
  to: clockOfMinute(to),
});

/** One date: closed, or open at other times. */
export function DayForm({ day, week, today, onLeave }: Props) {
  const [date, setDate] = useState(day?.date ?? "");
  const [open, setOpen] = useState(day ? day.windows.length > 0 : false);
  const [times, setTimes] = useState<Times[]>(day?.windows.map(([from, to]) => timesOf({ from, to })) ?? []);
  const [reason, setReason] = useState(day?.reason ?? "");
  const { looked, dialog } = useLooked("Change this day anyway");
  const { busy, problem, fields, onSubmit, errorOf } = useSave("settings", { touched: true, forget: onLeave });
  const faultOfTimes = Object.entries(fields).find(([name]) => name.startsWith("windows"))?.[1][0];
  const openUp = () => {
    setOpen(true);
    if (times.length > 0) return;
    const usual = date ? week.filter(({ weekday }) => weekday === weekdayOf(date)).map(timesOf) : [];
    setTimes(usual.length > 0 ? usual : [usualDay]);
  };
  const windows = open ? times.map(minutesOf).map(({ from, to }) => [from, to] as [number, number]) : [];
  return (
    <>
      <form
        noValidate
        aria-label="A day that is different"
        className="grid gap-4 border-t pt-4"
        onSubmit={onSubmit(async (tenantId) => {
          const answer = await looked((look) => setDay(tenantId, { date, windows, reason, ...look }));
          if (answer.ok) toast(`${dateWords(date)} is ${open ? "open otherwise" : "closed"}`);
          return answer;
        })}
      >
        <Field
          type="date"
          name="date"
          label="Day"
          min={today}
          value={date}
          disabled={day !== null}
          onChange={(event) => setDate(event.target.value)}
          error={errorOf("date", "Day")}
          className="max-w-52"
          autoFocus={day === null}
        />
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-medium">On this day the business is</legend>
          <Radio label="Closed" checked={!open} onChoose={() => setOpen(false)} />
          <Radio label="Open at other times" checked={open} onChoose={openUp} />
        </fieldset>
        {open ? (
          <div className="flex items-start gap-2">
            <TimesEditor word="That day" times={times} onChange={setTimes} />
            <AddTimes word="that day" times={times} onChange={setTimes} />
          </div>
        ) : null}
        <Field
          name="why"
          label="Why"
          help="Customers read it beside the day. You may leave it empty."
          maxLength={80}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={errorOf("reason", "Why")}
          autoComplete="off"
        />
        <ProblemLine>{faultOfTimes ? `The hours ${faultOfTimes}.` : problem}</ProblemLine>
        <div className="flex justify-end gap-2">
          <Button size="large" kind="bare" onClick={onLeave}>
            Cancel
          </Button>
          <Button type="submit" size="large" kind="primary" disabled={busy}>
            {busy ? "Saving" : "Save this day"}
          </Button>
        </div>
      </form>
      {dialog}
    </>
  );
}

function Radio({ label, checked, onChoose }: { label: string; checked: boolean; onChoose(): void }) {
  return (
    <label className="flex min-h-9 items-center gap-2">
      <input type="radio" name="open" checked={checked} onChange={onChoose} className="size-4 accent-accent" />
      {label}
    </label>
  );
}
