"use client";

import type { ReactNode } from "react";
import { useDraft } from "@/app/_components/data/use-draft";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import type { Affected } from "@/lib/bookings/list-affected";
import type { Touched } from "@/lib/events/rules";
import type { Looked } from "@/lib/platform/looked";
import type { Stretch } from "@/lib/staff/rules";
import { FormEnd } from "./form-end";
import { useLooked } from "./use-looked";
import { useSave } from "./use-save";
import { type Clocked, clocked, stretchOf, type Times, WeekEditor } from "./week-editor";

type Props = {
  area: Touched;
  label: string;
  /** What the stretches are called: hours, breaks. */
  noun: "hours" | "breaks";
  hours: readonly Stretch[];
  /** The word for a day without any. */
  off: string;
  usual?: Times;
  save(tenantId: string, hours: Stretch[], look: Looked): Promise<ActionAnswer<Affected | null>>;
  /** What stands in place of a week without any, and how it is filled. */
  empty?: (fill: (week: Clocked[]) => void) => ReactNode;
  /** What stands above the week. */
  above?: (week: Clocked[], set: (week: Clocked[]) => void) => ReactNode;
};

/** A whole week to change, saved once the bookings in its way have been looked at. */
export function WeekForm({ area, label, noun, hours, off, usual, save, empty, above }: Props) {
  const say = useSay();
  const draft = useDraft({ week: hours.map(clocked) });
  const { week } = draft.shown;
  const { busy, saved, problem, fields, onSubmit } = useSave(area, draft);
  const { looked, dialog } = useLooked(
    noun === "breaks" ? say("Change the breaks anyway") : say("Change the hours anyway"),
  );
  const set = (next: Clocked[]) => draft.set({ week: next });
  const fault = Object.values(fields)[0]?.[0];
  const faultOf = (fault: string) =>
    noun === "breaks" ? say("The breaks {fault}.", { fault }) : say("The hours {fault}.", { fault });
  return (
    <>
      <form
        onSubmit={onSubmit((tenantId) => looked((look) => save(tenantId, week.map(stretchOf), look)))}
        noValidate
        aria-label={label}
        className="grid gap-4"
      >
        {above?.(week, set)}
        {week.length === 0 && empty ? (
          empty(set)
        ) : (
          <WeekEditor week={week} off={off} onChange={set} {...(usual ? { usual } : {})} />
        )}
        <FormEnd
          problem={fault ? faultOf(say.known(fault)) : problem}
          saved={saved}
          busy={busy}
          touched={draft.touched}
          word={noun === "breaks" ? say("Save breaks") : say("Save hours")}
          onForget={draft.forget}
        />
      </form>
      {dialog}
    </>
  );
}
