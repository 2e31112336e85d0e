"use client";

import { toast } from "sonner";
import { openBookingPanel } from "@/app/_components/bookings/open-booking";
import { useAct } from "@/app/_components/data/use-act";
import { wayBack } from "@/app/_components/data/way-back";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { QueuedTicket } from "@/lib/waitlist/list-queue";
import { type TurnStep, undoable } from "@/lib/waitlist/rules";
import { takeTurnBack, turn } from "./actions";

const doneWords: Record<TurnStep, (say: Say, who: string) => string> = {
  call: (say, who) => say("{who} is called", { who }),
  recall: (say, who) => say("{who} is called again", { who }),
  skip: (say, who) => say("{who} comes after the next one", { who }),
  serve: (say, who) => say("It is {who}’s turn", { who }),
  leave: (say, who) => say("{who} left", { who }),
  remove: (say, who) => say("{who} is out of the queue", { who }),
};

/** One step of somebody's turn, said with a way back where there is one. */
export function useTurn() {
  const say = useSay();
  const act = useAct("queue");
  return async ({ id, status, customerName }: QueuedTicket, step: TurnStep): Promise<void> => {
    const answer = await act((tenantId) => turn(tenantId, { id, step, from: status }));
    if (!answer.ok) return void toast(answer.problem);
    const { stepId, bookingId } = answer.value;
    const undo = async () => {
      const undone = await act((tenantId) => takeTurnBack(tenantId, { id, stepId }));
      toast(undone.ok ? say("Taken back") : undone.problem);
    };
    toast(doneWords[step](say, customerName), undoable.has(step) ? wayBack(say, undo) : {});
    if (bookingId) openBookingPanel(bookingId);
  };
}
