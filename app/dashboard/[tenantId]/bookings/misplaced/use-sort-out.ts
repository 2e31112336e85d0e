"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { wayBack } from "@/app/_components/data/way-back";
import { useSay } from "@/app/_words/use-say";
import type { Proposal } from "@/lib/bookings/propose-moves";
import { move, takeBack } from "../actions";
import { askCustomers } from "./actions";

/** What became of a booking: seen to, or why not. */
export type Outcome = { isDone: boolean; note: string };
type Step = { id: string; changeId: string };

/** Moves bookings one by one as each would be moved alone, so that what cannot go stays; all of it can be taken back. */
export function useSortOut() {
  const say = useSay();
  const act = useAct("bookings");
  const [work, setWork] = useState<string | null>(null);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const become = (entries: (readonly [string, Outcome])[]) => setOutcomes((all) => new Map([...all, ...entries]));

  const undo = async (steps: readonly Step[]) => {
    const back: string[] = [];
    for (const step of steps) {
      const undone = await act((tenantId) => takeBack(tenantId, step));
      if (undone.ok) back.push(step.id);
    }
    become(back.map((id) => [id, { isDone: false, note: "" }]));
    toast(
      say("{back} of {many, plural, one {1 booking} other {{many} bookings}} taken back", {
        back: back.length,
        many: steps.length,
      }),
    );
  };
  const tell = (words: string, steps: readonly Step[]) => {
    if (steps.length === 0) return;
    toast(
      words,
      wayBack(say, () => undo(steps)),
    );
  };

  const moveAll = async (proposals: readonly Proposal[]) => {
    const steps: Step[] = [];
    for (const [at, { booking, to }] of proposals.entries()) {
      if (!to) continue;
      setWork(say("Moving {place} of {many}", { place: at + 1, many: proposals.length }));
      const { staffNames: _, ...place } = to;
      const answer = await act((tenantId) => move(tenantId, { id: booking.id, from: booking.startsAt, ...place }));
      if (answer.ok) steps.push({ id: booking.id, changeId: answer.value.changeId });
      become([[booking.id, answer.ok ? { isDone: true, note: "" } : { isDone: false, note: answer.problem }]]);
    }
    setWork(null);
    tell(
      say("{many, plural, one {1 booking} other {{many} bookings}} moved. Their customers are told.", {
        many: steps.length,
      }),
      steps,
    );
  };

  /** Answers what is in the way, or nothing. */
  const askAll = async (proposals: readonly Proposal[], reason: string): Promise<string> => {
    setWork(say("Asking"));
    const ids = proposals.map(({ booking }) => booking.id);
    const answer = await act((tenantId) => askCustomers(tenantId, { ids, reason }));
    setWork(null);
    if (!answer.ok)
      return answer.fields?.reason?.[0]
        ? say("The reason {fault}.", { fault: say.known(answer.fields.reason[0]) })
        : answer.problem;
    const { asked, passed } = answer.value;
    become([
      ...asked.map(({ id }) => [id, { isDone: true, note: "" }] as const),
      ...passed.map((id) => [id, { isDone: true, note: "" }] as const),
    ]);
    tell(
      say("{many, plural, one {1 customer is} other {{many} customers are}} asked to choose another time", {
        many: asked.length,
      }),
      asked,
    );
    return "";
  };

  return { work, outcomes, moveAll, askAll };
}
