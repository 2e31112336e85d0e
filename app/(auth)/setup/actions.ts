"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { waitWords } from "@/app/_components/forms/wait-words";
import { anyoneAction, done, stopped } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { requestOrigin } from "@/app/_server/origin";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { sayHere } from "@/app/_words/say-here";
import { makeFirstAdmin } from "@/lib/admin/first-admin";
import { countCostly } from "@/lib/auth/limits";
import { asTyped } from "@/lib/platform/typed-text";
import { loginInput } from "@/lib/tenancy/input";
import { fieldWords } from "../field-words";

const shape = z.object({ token: asTyped(200) }).and(loginInput);

const first = anyoneAction("anyone", shape, async ({ token, ...login }) => {
  const say = await sayHere();
  const from = requestOrigin(await headers());
  const within = await countCostly(from.address);
  if (!within.ok) return stopped(waitWords(within.retryAfterSeconds, say.language));
  const made = await makeFirstAdmin(token, login, from, say.language);
  if (made.ok) return done(null);
  return made.refusal === "closed"
    ? stopped(say("This link no longer opens anything: there is an admin already. Sign in instead."))
    : stopped(say("This address has a login already. `npm run admin:create` makes it an admin."));
});

export type SetupState = { typed: Record<string, string>; errors: Record<string, string>; problem: string };

const labels: Record<string, Phrase> = {
  name: phrase("Your name"),
  email: phrase("The e-mail address"),
  password: phrase("The password"),
};

export async function setUp(_: SetupState, form: FormData): Promise<SetupState> {
  const say = await sayHere();
  const text = formText(form);
  const typed = { name: text("name").slice(0, 500), email: text("email").slice(0, 500) };
  const answer = await first({ ...typed, password: text("password"), token: text("token") });
  if (answer.ok) redirect("/login?next=/admin");
  const errors = Object.entries(answer.fields ?? {}).map(([name, [message = "is not right"]]) => [
    name,
    fieldWords(say, say(labels[name] ?? phrase("This")), message),
  ]);
  return { typed, errors: Object.fromEntries(errors), problem: say.known(answer.problem) };
}
