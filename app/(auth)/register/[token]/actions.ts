"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { anyoneAction, done } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { languageHere } from "@/app/_server/language";
import { later } from "@/app/_server/later";
import { requestOrigin } from "@/app/_server/origin";
import { stoppedBy } from "@/app/_server/refusals";
import { signInHere } from "@/app/_server/sign-in-here";
import { sayHere } from "@/app/_words/say-here";
import { registrationCodeShape } from "@/lib/auth/input";
import { asTyped } from "@/lib/platform/typed-text";
import { askRegistrationCode } from "@/lib/tenancy/ask-registration";
import { confirmRegistration } from "@/lib/tenancy/confirm-registration";
import { fieldWords } from "../../field-words";

const confirm = anyoneAction("anyone", registrationCodeShape, async ({ registration, code }) => {
  const confirmed = await confirmRegistration(registration, code, requestOrigin(await headers()), await languageHere());
  if (!confirmed.ok) return stoppedBy(confirmed);
  const { tenantId, userId, passwordHash } = confirmed.value;
  await signInHere({ id: userId, passwordHash });
  return done(tenantId);
});

export type ConfirmState = { fault: string; problem: string };

/** Takes the code that was sent; a plain form without a script. */
export async function confirmAddress(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const say = await sayHere();
  const text = formText(form);
  const answer = await confirm({ registration: text("registration"), code: text("code") });
  if (answer.ok) redirect(`/dashboard/${answer.value}`);
  const [fault] = answer.fields?.code ?? [];
  return {
    fault: fault ? fieldWords(say, say("The code"), fault) : "",
    problem: fault ? "" : say.known(answer.problem),
  };
}

export const sendAgain = anyoneAction("anyone", asTyped(100), async (registration) => {
  const asked = await askRegistrationCode(registration, requestOrigin(await headers()), await languageHere());
  if (!asked.ok) return stoppedBy(asked);
  later(asked.value.send);
  return done(null);
});
