"use client";

import { useState } from "react";
import { toast } from "sonner";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { StaffProfile } from "@/lib/staff/get-profile";
import type { StaffDay } from "@/lib/staff/list-staff-days";
import { DayFrame, DayTimes, DayWays } from "../../day-frame";
import { clocksOf, dateWords, onWeekday, windowsOf } from "../../day-words";
import { useLooked } from "../../use-looked";
import { useSave } from "../../use-save";
import { type Times, usualDay } from "../../week-editor";
import { setPersonsDay } from "../actions";

type Way = "usual" | "other" | "off";
type Props = { profile: StaffProfile; day: StaffDay | null; isShut(date: string): boolean; onLeave(): void };

const wayOf = (day: StaffDay | null): Way => {
  if (!day) return "other";
  return day.windows === null ? "usual" : day.windows.length > 0 ? "other" : "off";
};
const saved: Record<Way, Phrase> = {
  usual: phrase("{day} has a break of its own"),
  other: phrase("{day} has hours of its own"),
  off: phrase("{day} is a day off"),
};

/** One date of one person: other hours, none, or a break besides. */
export function StaffDayForm({ profile, day, isShut, onLeave }: Props) {
  const say = useSay();
  const { id, hours, businessHours, today } = profile;
  const [date, setDate] = useState(day?.date ?? "");
  const [way, setWay] = useState(wayOf(day));
  const [typed, setTyped] = useState<Times[] | null>(day?.windows?.length ? clocksOf(day.windows) : null);
  const [breaks, setBreaks] = useState(clocksOf(day?.breaks ?? []));
  const { looked, dialog } = useLooked(say("Change this day anyway"));
  const { busy, problem, fields, onSubmit, errorOf } = useSave("staff", { touched: true, forget: onLeave });
  const usual = date ? clocksOf(onWeekday(hours.length > 0 ? hours : businessHours, date)) : [];
  const times = typed ?? (usual.length > 0 ? usual : [usualDay]);
  const faultOf = (name: string) => Object.entries(fields).find(([field]) => field.startsWith(name))?.[1][0];
  const [ofHours, ofBreaks] = [faultOf("windows"), faultOf("breaks")];
  const usually = usual.length > 0 ? usual.map(({ from, to }) => `${from}–${to}`).join(", ") : null;
  return (
    <>
      <DayFrame
        date={date}
        today={today}
        isNew={day === null}
        onDate={setDate}
        dateFault={errorOf("date", say("Day"))}
        problem={
          ofHours
            ? say("The hours {fault}.", { fault: say.known(ofHours) })
            : ofBreaks
              ? say("The breaks {fault}.", { fault: say.known(ofBreaks) })
              : problem
        }
        busy={busy}
        onLeave={onLeave}
        onSubmit={onSubmit(async (tenantId) => {
          const windows = way === "usual" ? null : way === "off" ? [] : windowsOf(times);
          const said = { id, date, windows, breaks: way === "off" ? [] : windowsOf(breaks) };
          const answer = await looked((look) => setPersonsDay(tenantId, { ...said, ...look }));
          const isLikeAlways = windows === null && said.breaks.length === 0;
          const told = isLikeAlways ? phrase("{day} is like every week") : saved[way];
          if (answer.ok) toast(say(told, { day: dateWords(date, say.language) }));
          return answer;
        })}
      >
        {date && isShut(date) ? (
          <p className="text-requested">
            {say("The business is closed that day, so nobody can be booked whatever is said here.")}
          </p>
        ) : null}
        <DayWays<Way>
          legend={
            !date
              ? say("On this day they work")
              : usually
                ? say("On this day, usually {usually}, they work", { usually })
                : say("On this day, usually off, they work")
          }
          chosen={way}
          ways={[
            ["other", say("Other hours")],
            ["off", say("Not at all")],
            ["usual", say("As every week, with a break of its own")],
          ]}
          onChoose={setWay}
        />
        {way === "other" ? <DayTimes word={say("That day")} times={times} onChange={setTyped} /> : null}
        {way === "off" ? null : (
          <fieldset className="grid gap-1">
            <legend className="mb-1 font-medium">{say("Breaks on this day only")}</legend>
            <p className="text-quiet">{say("The breaks of every week stay.")}</p>
            <DayTimes
              word={say("Break that day")}
              add={say("Add a break that day")}
              times={breaks}
              usual={{ from: "13:00", to: "14:00" }}
              onChange={setBreaks}
            />
          </fieldset>
        )}
      </DayFrame>
      {dialog}
    </>
  );
}
