"use server";

import { redirect } from "next/navigation";
import { languageHere } from "@/app/_server/language";
import { waitOn } from "@/app/_server/wait-on";
import { changeTurn } from "@/lib/waitlist/change-turn";
import { ticketOf } from "@/lib/waitlist/open-ticket";
import { queueWords } from "./words";

type State = { problem?: string };

/** Whoever holds a ticket gives it back. */
export async function leaveQueue(_: State, form: FormData): Promise<State> {
  const { token, answer, problem } = await waitOn(form, ticketOf, async (scope, { ticketId }) => {
    const waiting = await changeTurn(scope, { id: ticketId, step: "leave", from: "waiting" });
    if (waiting.ok || waiting.refusal !== "moved_on" || waiting.status !== "called") return waiting;
    return changeTurn(scope, { id: ticketId, step: "leave", from: "called" });
  });
  if (answer?.ok) redirect(`/q/${token}`);
  return { problem: problem ?? queueWords[await languageHere()].changed };
}
