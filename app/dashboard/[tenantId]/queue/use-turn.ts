"use client";

import { toast } from "sonner";
import { openBookingPanel } from "@/app/_components/bookings/open-booking";
import { useAct } from "@/app/_components/data/use-act";
import { useSay } from "@/app/_words/use-say";
import { undoMs } from "@/lib/bookings/rules";
import type { QueuedTicket } from "@/lib/waitlist/list-queue";
import { type TurnStep, undoable } from "@/lib/waitlist/rules";
import { takeTurnBack, turn } from "./actions";

const doneWords: Record<TurnStep, (who: string) => string> = {
  call: (who) => `${who} is called`,
  recall: (who) => `${who} is called again`,
  skip: (who) => `${who} comes after the next one`,
  serve: (who) => `It is ${who}’s turn`,
  leave: (who) => `${who} left`,
  remove: (who) => `${who} is out of the queue`,
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
    const back = undoable.has(step)
      ? { action: { label: say("Undo"), onClick: () => void undo() }, duration: undoMs }
      : {};
    toast(doneWords[step](customerName), back);
    if (bookingId) openBookingPanel(bookingId);
  };
}
