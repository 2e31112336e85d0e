"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { waitWords } from "@/app/_components/forms/wait-words";
import { anyoneAction, done, selfAction, stopped } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { languageHere } from "@/app/_server/language";
import { later } from "@/app/_server/later";
import { requestOrigin } from "@/app/_server/origin";
import { stoppedBy } from "@/app/_server/refusals";
import { currentVisitor } from "@/app/_server/visitor";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { sayHere } from "@/app/_words/say-here";
import { countCostly } from "@/lib/auth/limits";
import { askRegistration } from "@/lib/tenancy/ask-registration";
import { businessInput, registrationInput } from "@/lib/tenancy/input";
import { registerBusiness } from "@/lib/tenancy/register-business";
import { fieldWords } from "../field-words";
import { type RegisterState, typedFields } from "./form-state";

const labels: Record<string, Phrase> = {
  businessName: phrase("The name"),
  businessType: phrase("The kind of business"),
  city: phrase("The town"),
  timeZone: phrase("The time zone"),
  phone: phrase("The phone number"),
  name: phrase("Your name"),
  email: phrase("The e-mail address"),
  password: phrase("The password"),
};

const asStranger = anyoneAction("anyone", registrationInput, async (input) => {
  const from = requestOrigin(await headers());
  const within = await countCostly(from.address);
  if (!within.ok) return stopped(waitWords(within.retryAfterSeconds, await languageHere()));
  const asked = await askRegistration(input, input, from, await languageHere());
  if (!asked.ok) return stoppedBy(asked);
  later(asked.value.send);
  return done(`/register/${asked.value.token}`);
});

const asUser = selfAction("self", businessInput, async ({ user }, input) => {
  const from = requestOrigin(await headers());
  const within = await countCostly(from.address);
  if (!within.ok) return stopped(waitWords(within.retryAfterSeconds, await languageHere()));
  const { tenantId } = await registerBusiness(input, user, from);
  return done(`/dashboard/${tenantId}`);
});

/** Registers what the form says, or hands everything typed back with what is in the way. */
export async function register(_: RegisterState, form: FormData): Promise<RegisterState> {
  const say = await sayHere();
  const text = formText(form);
  const typed = Object.fromEntries(typedFields.map((name) => [name, text(name).slice(0, 500)]));
  const accepted = text("acceptTerms") !== "";
  const given = { ...typed, password: text("password"), acceptTerms: accepted };
  const answer = (await currentVisitor()) ? await asUser(given) : await asStranger(given);
  if (answer.ok) redirect(answer.value);
  const errors = Object.fromEntries(
    Object.entries(answer.fields ?? {}).map(([name, [message = "is not right"]]) => [
      name,
      fieldWords(say, say(labels[name] ?? phrase("This")), message),
    ]),
  );
  return { typed, accepted, errors, problem: say.known(answer.problem) };
}
