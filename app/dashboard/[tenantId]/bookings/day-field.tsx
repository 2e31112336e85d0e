"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import { formatDay } from "@/lib/platform/format";
import { dayAfter } from "./local-day";

type Props = { date: string; today: string; onChange(date: string): void; autoFocus?: boolean };

/** A day by the device's own field, with its weekday in words and a step to either side. */
export function DayField({ date, today, onChange, autoFocus }: Props) {
  const say = useSay();
  const words = date ? formatDay(`${date}T12:00:00Z`, "UTC", say.language) : say("Choose a day.");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-end gap-x-2 gap-y-1.5">
      <Field
        type="date"
        name="date"
        label={say("Day")}
        value={date}
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby="day-words"
      />
      <Button
        size="large"
        className="px-3"
        aria-label={say("Previous date")}
        disabled={!date || date <= today}
        onClick={() => onChange(dayAfter(date, -1))}
      >
        <ChevronLeft aria-hidden className="size-4" />
      </Button>
      <Button
        size="large"
        className="px-3"
        aria-label={say("Next date")}
        disabled={!date}
        onClick={() => onChange(dayAfter(date, 1))}
      >
        <ChevronRight aria-hidden className="size-4" />
      </Button>
      <p id="day-words" aria-live="polite" className="col-span-3 text-quiet">
        {date === today ? say("Today, {day}", { day: words }) : words}
      </p>
    </div>
  );
}
