"use server";

import { redirect } from "next/navigation";
import { languageHere } from "@/app/_server/language";
import { waitOn } from "@/app/_server/wait-on";
import { leaveWaitlist } from "@/lib/waitlist/leave-waitlist";
import { entryOf } from "@/lib/waitlist/open-entry";
import { waitingWords } from "./words";

type State = { problem?: string };

/** Whoever waits for a time waits no more. */
export async function stopWaiting(_: State, form: FormData): Promise<State> {
  const { token, answer, problem } = await waitOn(form, entryOf, (scope, { entryId }) => leaveWaitlist(scope, entryId));
  if (answer?.ok) redirect(`/w/${token}`);
  return { problem: problem ?? waitingWords[await languageHere()].offAlready };
}
