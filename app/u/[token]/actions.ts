"use server";

import { formText } from "@/app/_server/form";
import { waitOn } from "@/app/_server/wait-on";
import { optingOut, sayByOptOut } from "@/lib/customers/opt-out";

type State = { problem?: string; said?: "yes" | "no" };

/** Whoever holds the link of a message stops what brought it, or has it again; nothing else. */
export async function sayByLink(before: State, form: FormData): Promise<State> {
  const said = formText(form)("said");
  if (said !== "yes" && said !== "no") return { ...before, problem: "Please load this page again." };
  const { answer, problem } = await waitOn(form, optingOut, (scope, { customerId }) =>
    sayByOptOut(scope, customerId, said === "yes"),
  );
  if (answer?.ok) return { said };
  return { ...before, problem: problem ?? "There is nothing at this address any more." };
}
