"use client";

import { useSay } from "@/app/_words/use-say";
import type { Opening } from "@/lib/hours/get-opening";
import { hoursWords } from "../day-words";
import { DifferentDays } from "../different-days";
import { clearDay } from "./actions";
import { DayForm } from "./day-form";

/** What is coming that is unlike the week, and how it is entered. */
export function DaysSection({ opening, manages }: { opening: Opening; manages: boolean }) {
  const say = useSay();
  return (
    <DifferentDays
      area="settings"
      days={opening.days}
      none={say("None so far: every week is like the one above.")}
      words={({ windows, reason }) => [hoursWords(windows, say("Closed")), reason].filter(Boolean).join(" · ")}
      manages={manages}
      clear={clearDay}
      form={(day, onLeave) => <DayForm day={day} week={opening.week} today={opening.today} onLeave={onLeave} />}
    />
  );
}
