"use client";

import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import type { BookingMove } from "@/db/schema/bookings";
import type { BookingItem } from "@/lib/bookings/list-next";
import { undoMs } from "@/lib/bookings/rules";
import { change, takeBack } from "./actions";
import { doneWords } from "./step-words";

/** Moves a booking on and says so, with a way back for as long as there is one. Answers what is in the way, or null. */
export function useStep() {
  const act = useAct("bookings");
  return async (booking: BookingItem, move: BookingMove, reason?: string): Promise<string | null> => {
    const { id, status } = booking;
    const answer = await act((tenantId) => change(tenantId, { id, move, from: status, ...(reason ? { reason } : {}) }));
    if (!answer.ok) return answer.fields?.reason?.[0] ? `The reason ${answer.fields.reason[0]}.` : answer.problem;
    const { changeId } = answer.value;
    const undo = async () => {
      const undone = await act((tenantId) => takeBack(tenantId, { id, changeId }));
      toast(undone.ok ? "Taken back" : undone.problem);
    };
    toast(doneWords(move, booking.bookedAs ?? booking.customerName), {
      duration: undoMs,
      action: { label: "Undo", onClick: () => void undo() },
    });
    return null;
  };
}
