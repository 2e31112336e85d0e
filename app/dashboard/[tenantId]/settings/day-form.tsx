"use client";

import { useState } from "react";
import { toast } from "sonner";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import type { Opening } from "@/lib/hours/get-opening";
import { DayFrame, DayTimes, DayWays } from "../day-frame";
import { clocksOf, dateWords, onWeekday, windowsOf } from "../day-words";
import { useLooked } from "../use-looked";
import { useSave } from "../use-save";
import { type Times, usualDay } from "../week-editor";
import { setDay } from "./actions";

type Props = {
  day: Opening["days"][number] | null;
  week: Opening["week"];
  today: string;
  onLeave(): void;
};

/** One date: closed, or open at other times. */
export function DayForm({ day, week, today, onLeave }: Props) {
  const say = useSay();
  const [date, setDate] = useState(day?.date ?? "");
  const [open, setOpen] = useState(day ? day.windows.length > 0 : false);
  const [times, setTimes] = useState<Times[]>(clocksOf(day?.windows ?? []));
  const [reason, setReason] = useState(day?.reason ?? "");
  const { looked, dialog } = useLooked(say("Change this day anyway"));
  const { busy, problem, fields, onSubmit, errorOf } = useSave("settings", { touched: true, forget: onLeave });
  const faultOfTimes = Object.entries(fields).find(([name]) => name.startsWith("windows"))?.[1][0];
  const choose = (way: "closed" | "open") => {
    setOpen(way === "open");
    if (way === "closed" || times.length > 0) return;
    const usual = date ? clocksOf(onWeekday(week, date)) : [];
    setTimes(usual.length > 0 ? usual : [usualDay]);
  };
  return (
    <>
      <DayFrame
        date={date}
        today={today}
        isNew={day === null}
        onDate={setDate}
        dateFault={errorOf("date", say("Day"))}
        problem={faultOfTimes ? say("The hours {fault}.", { fault: say.known(faultOfTimes) }) : problem}
        busy={busy}
        onLeave={onLeave}
        onSubmit={onSubmit(async (tenantId) => {
          const windows = open ? windowsOf(times) : [];
          const answer = await looked((look) => setDay(tenantId, { date, windows, reason, ...look }));
          if (!answer.ok) return answer;
          const day = dateWords(date, say.language);
          toast(open ? say("{day} is open otherwise", { day }) : say("{day} is closed", { day }));
          return answer;
        })}
      >
        <DayWays
          legend={say("On this day the business is")}
          chosen={open ? "open" : "closed"}
          ways={[
            ["closed", say("Closed")],
            ["open", say("Open at other times")],
          ]}
          onChoose={choose}
        />
        {open ? <DayTimes word={say("That day")} times={times} onChange={setTimes} /> : null}
        <Field
          name="why"
          label={say("Why")}
          help={say("Customers read it beside the day. You may leave it empty.")}
          maxLength={80}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={errorOf("reason", say("Why"))}
          autoComplete="off"
        />
      </DayFrame>
      {dialog}
    </>
  );
}
