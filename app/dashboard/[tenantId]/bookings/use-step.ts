"use client";

import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { wayBack } from "@/app/_components/data/way-back";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { BookingMove } from "@/db/schema/bookings";
import type { BookingItem } from "@/lib/bookings/list-next";
import { minuteWords } from "@/lib/services/rules";
import { change, move, resize, takeBack } from "./actions";
import { propose } from "./desk-actions";
import { keep } from "./misplaced/actions";
import { doneWords } from "./step-words";

/** Moves a booking on and says so, with a way back for as long as there is one. Answers what is in the way, or null. */
export function useStep() {
  const say = useSay();
  const act = useAct("bookings");
  const tell = useTellWithUndo();
  return async (
    booking: Named & Pick<BookingItem, "status">,
    step: BookingMove,
    reason?: string,
  ): Promise<string | null> => {
    const { id, status } = booking;
    const answer = await act((tenantId) =>
      change(tenantId, { id, move: step, from: status, ...(reason ? { reason } : {}) }),
    );
    if (!answer.ok)
      return answer.fields?.reason?.[0]
        ? say("The reason {fault}.", { fault: say.known(answer.fields.reason[0]) })
        : answer.problem;
    tell(doneWords(say, step, nameOf(booking)), id, answer.value.changeId);
    return null;
  };
}

/** Other times for the customer to choose from. */
export function usePropose() {
  const say = useSay();
  const act = useAct("bookings");
  const tell = useTellWithUndo();
  return async (booking: BookingItem, times: string[]): Promise<string | null> => {
    const { id, startsAt: from } = booking;
    const answer = await act((tenantId) => propose(tenantId, { id, from, times }));
    if (!answer.ok) return answer.problem;
    tell(say("{who} is asked to choose", { who: nameOf(booking) }), id, answer.value.changeId);
    return null;
  };
}

/** Nobody need choose another time after all. */
export function useKeep() {
  const say = useSay();
  const act = useAct("bookings");
  const tell = useTellWithUndo();
  return async (booking: BookingItem): Promise<string | null> => {
    const answer = await act((tenantId) => keep(tenantId, { id: booking.id }));
    if (!answer.ok) return answer.problem;
    tell(say("{who}’s booking stands as it was", { who: nameOf(booking) }), booking.id, answer.value.changeId);
    return null;
  };
}

/** Something is in the way; `taken` when it is somebody else's time, which may be booked over. */
type Not = { problem: string; taken: boolean };

/** The same for another time or somebody else. */
export function useMove() {
  const say = useSay();
  const act = useAct("bookings");
  const tell = useTellWithUndo();
  return async (booking: Named & { startsAt: string }, to: To): Promise<Not | null> => {
    const { id, startsAt: from } = booking;
    const answer = await act((tenantId) => move(tenantId, { id, from, ...to }));
    if (!answer.ok) return { problem: whyNot(say, answer), taken: answer.code === "slot_taken" };
    tell(say("{who}’s booking is moved", { who: nameOf(booking) }), id, answer.value.changeId);
    return null;
  };
}

type Line = { lineId: string; service: string; minutes: number };

/** One service takes longer or shorter. */
export function useResize() {
  const say = useSay();
  const act = useAct("bookings");
  const tell = useTellWithUndo();
  return async (booking: Named & { startsAt: string }, { service, ...line }: Line) => {
    const { id, startsAt: from } = booking;
    const answer = await act((tenantId) => resize(tenantId, { id, from, ...line }));
    if (!answer.ok)
      return answer.fields?.minutes?.[0]
        ? say("The minutes: {fault}.", { fault: say.known(answer.fields.minutes[0]) })
        : answer.problem;
    tell(
      say("{who}: {service} takes {minutes} now", {
        who: nameOf(booking),
        service,
        minutes: minuteWords(line.minutes, say.language),
      }),
      id,
      answer.value.changeId,
    );
    return null;
  };
}

type To = { startsAt: string; staffId?: string; lineId?: string; anyway?: { reason: string } };
type Named = Pick<BookingItem, "id" | "bookedAs" | "customerName">;

const whyNot = (say: Say, { fields, problem }: { problem: string; fields?: Record<string, string[]> }): string => {
  const fault = fields?.["anyway.reason"]?.[0];
  return fault
    ? say("Over what is there: {fault}.", { fault: say.known(fault) })
    : fields?.startsAt?.[0]
      ? say("Choose a time.")
      : problem;
};

const nameOf = ({ bookedAs, customerName }: Named) => bookedAs ?? customerName;

/** Says what was done, with the way back. */
export function useTellWithUndo() {
  const say = useSay();
  const act = useAct("bookings");
  return (words: string, id: string, changeId: string) => {
    const undo = async () => {
      const undone = await act((tenantId) => takeBack(tenantId, { id, changeId }));
      toast(undone.ok ? say("Taken back") : undone.problem);
    };
    toast(words, wayBack(say, undo));
  };
}
