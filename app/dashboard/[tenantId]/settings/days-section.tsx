"use client";

import { CalendarPlus, X } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { Button } from "@/app/_components/ui/button";
import type { Opening } from "@/lib/hours/get-opening";
import { useLooked } from "../use-looked";
import { clearDay } from "./actions";
import { DayForm } from "./day-form";
import { dateWords, openWords } from "./day-words";

type Day = Opening["days"][number];

/** What is coming that is unlike the week, and how it is entered. */
export function DaysSection({ opening, manages }: { opening: Opening; manages: boolean }) {
  const [edited, setEdited] = useState<Day | "new" | null>(null);
  const act = useAct("settings");
  const { looked, dialog } = useLooked("Make it like every week anyway");
  const clear = async ({ date }: Day) => {
    const answer = await act((tenantId) => looked((look) => clearDay(tenantId, { date, ...look })));
    if (answer.ok) toast(`${dateWords(date)} is like every week again`);
    else if (answer.problem) toast(answer.problem);
  };
  return (
    <>
      {opening.days.length === 0 ? (
        <p className="text-quiet">None so far: every week is like the one above.</p>
      ) : (
        <ul className="border-y">
          {opening.days.map((day) => (
            <li key={day.date} data-day={day.date} className="flex items-center gap-2 border-t py-2 first:border-t-0">
              <span className="grid min-w-0 flex-1">
                <span className="font-medium">{dateWords(day.date)}</span>
                <span className="text-quiet tabular-nums">
                  {[openWords(day.windows), day.reason].filter(Boolean).join(" · ")}
                </span>
              </span>
              {manages ? (
                <>
                  <Button aria-label={`Change ${dateWords(day.date)}`} onClick={() => setEdited(day)}>
                    Change
                  </Button>
                  <Button
                    kind="bare"
                    size="icon"
                    aria-label={`Make ${dateWords(day.date)} like every week`}
                    onClick={() => void clear(day)}
                  >
                    <X aria-hidden />
                  </Button>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {edited ? (
        <DayForm
          key={edited === "new" ? "new" : edited.date}
          day={edited === "new" ? null : edited}
          week={opening.week}
          today={opening.today}
          onLeave={() => setEdited(null)}
        />
      ) : manages ? (
        <Button size="large" className="justify-self-start" onClick={() => setEdited("new")}>
          <CalendarPlus aria-hidden />
          Add a day
        </Button>
      ) : null}
      {dialog}
    </>
  );
}
