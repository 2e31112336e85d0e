"use server";

import { formText } from "@/app/_server/form";
import { languageHere } from "@/app/_server/language";
import { waitOn } from "@/app/_server/wait-on";
import { optingOut, sayByOptOut } from "@/lib/customers/opt-out";
import { optOutWords } from "./words";

type State = { problem?: string; said?: "yes" | "no" };

/** Whoever holds the link of a message stops what brought it, or has it again; nothing else. */
export async function sayByLink(before: State, form: FormData): Promise<State> {
  const words = optOutWords[await languageHere()];
  const said = formText(form)("said");
  if (said !== "yes" && said !== "no") return { ...before, problem: words.again };
  const { answer, problem } = await waitOn(form, optingOut, (scope, { customerId }) =>
    sayByOptOut(scope, customerId, said === "yes"),
  );
  if (answer?.ok) return { said };
  return { ...before, problem: problem ?? words.gone };
}
