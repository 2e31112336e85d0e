"use client";

import { CalendarPlus, X } from "lucide-react";
import { Fragment, type ReactNode, useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { Button } from "@/app/_components/ui/button";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import type { Affected } from "@/lib/bookings/list-affected";
import type { Touched } from "@/lib/events/rules";
import type { Looked } from "@/lib/platform/looked";
import { dateWords } from "./day-words";
import { useLooked } from "./use-looked";

type Day = { date: string };
type Props<D extends Day> = {
  area: Touched;
  days: readonly D[];
  /** What is said when there are none. */
  none: string;
  words(day: D): string;
  manages: boolean;
  clear(tenantId: string, day: { date: string } & Looked): Promise<ActionAnswer<Affected | null>>;
  form(day: D | null, onLeave: () => void): ReactNode;
};

/** Dates to come that are unlike the week, and how they are entered, changed and taken back. */
export function DifferentDays<D extends Day>({ area, days, none, words, manages, clear, form }: Props<D>) {
  const say = useSay();
  const [edited, setEdited] = useState<D | "new" | null>(null);
  const act = useAct(area);
  const { looked, dialog } = useLooked(say("Make it like every week anyway"));
  const takeBack = async ({ date }: D) => {
    const answer = await act((tenantId) => looked((look) => clear(tenantId, { date, ...look })));
    if (answer.ok) toast(say("{date} is like every week again", { date: dateWords(date, say.language) }));
    else if (answer.problem) toast(say.known(answer.problem));
  };
  return (
    <>
      {days.length === 0 ? (
        <p className="text-quiet">{none}</p>
      ) : (
        <ul className="border-y">
          {days.map((day) => (
            <li key={day.date} data-day={day.date} className="flex items-center gap-2 border-t py-2 first:border-t-0">
              <span className="grid min-w-0 flex-1">
                <span className="font-medium">{dateWords(day.date, say.language)}</span>
                <span className="text-quiet tabular-nums">{words(day)}</span>
              </span>
              {manages ? (
                <>
                  <Button
                    aria-label={say("Change {date}", { date: dateWords(day.date, say.language) })}
                    onClick={() => setEdited(day)}
                  >
                    {say("Change")}
                  </Button>
                  <Button
                    kind="bare"
                    size="icon"
                    aria-label={say("Make {date} like every week", { date: dateWords(day.date, say.language) })}
                    onClick={() => void takeBack(day)}
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
        <Fragment key={edited === "new" ? "new" : edited.date}>
          {form(edited === "new" ? null : edited, () => setEdited(null))}
        </Fragment>
      ) : manages ? (
        <Button size="large" className="justify-self-start" onClick={() => setEdited("new")}>
          <CalendarPlus aria-hidden />
          {say("Add a day")}
        </Button>
      ) : null}
      {dialog}
    </>
  );
}
