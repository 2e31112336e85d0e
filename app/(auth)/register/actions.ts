"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { waitWords } from "@/app/_components/forms/wait-words";
import { anyoneAction, done, selfAction, stopped } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { requestOrigin } from "@/app/_server/origin";
import { currentVisitor } from "@/app/_server/visitor";
import { fieldSentence } from "@/app/book/_parts/words";
import { countCostly } from "@/lib/auth/limits";
import { businessInput, registrationInput } from "@/lib/tenancy/input";
import { registerBusiness, registerWithLogin } from "@/lib/tenancy/register-business";
import { nothingTyped, type RegisterState, typedFields } from "./form-state";

const labels: Record<string, string> = {
  businessName: "The name",
  businessType: "The kind of business",
  city: "The town",
  timeZone: "The time zone",
  phone: "The phone number",
  name: "Your name",
  email: "The e-mail address",
  password: "The password",
};

const asStranger = anyoneAction("anyone", registrationInput, async (input) => {
  const from = requestOrigin(await headers());
  const within = await countCostly(from.address);
  if (!within.ok) return stopped(waitWords(within.retryAfterSeconds));
  await registerWithLogin(input, input, from);
  return done(null);
});

const asUser = selfAction("self", businessInput, async ({ user }, input) => {
  const from = requestOrigin(await headers());
  const within = await countCostly(from.address);
  if (!within.ok) return stopped(waitWords(within.retryAfterSeconds));
  return done(await registerBusiness(input, user, from));
});

/** Registers what the form says, or hands everything typed back with what is in the way. */
export async function register(_: RegisterState, form: FormData): Promise<RegisterState> {
  const text = formText(form);
  const typed = Object.fromEntries(typedFields.map((name) => [name, text(name).slice(0, 500)]));
  const accepted = text("acceptTerms") !== "";
  const given = { ...typed, password: text("password"), acceptTerms: accepted };
  const answer = (await currentVisitor()) ? await asUser(given) : await asStranger(given);
  if (answer.ok) {
    if (answer.value) redirect(`/dashboard/${answer.value.tenantId}`);
    return { ...nothingTyped, typed, accepted, received: true };
  }
  const errors = Object.fromEntries(
    Object.entries(answer.fields ?? {}).map(([name, [message = "is not right"]]) => [
      name,
      fieldSentence(labels[name] ?? "This", message),
    ]),
  );
  return { ...nothingTyped, typed, accepted, errors, problem: answer.problem };
}
