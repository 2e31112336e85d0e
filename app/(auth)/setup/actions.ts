"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { waitWords } from "@/app/_components/forms/wait-words";
import { anyoneAction, done, stopped } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { requestOrigin } from "@/app/_server/origin";
import { fieldSentence } from "@/app/book/_parts/words";
import { makeFirstAdmin } from "@/lib/admin/first-admin";
import { countCostly } from "@/lib/auth/limits";
import { asTyped } from "@/lib/platform/typed-text";
import { loginInput } from "@/lib/tenancy/input";

const shape = z.object({ token: asTyped(200) }).and(loginInput);

const first = anyoneAction("anyone", shape, async ({ token, ...login }) => {
  const from = requestOrigin(await headers());
  const within = await countCostly(from.address);
  if (!within.ok) return stopped(waitWords(within.retryAfterSeconds));
  const made = await makeFirstAdmin(token, login, from);
  if (made.ok) return done(null);
  return made.refusal === "closed"
    ? stopped("This link no longer opens anything: there is an admin already. Sign in instead.")
    : stopped("This address has a login already. `npm run admin:create` makes it an admin.");
});

export type SetupState = { typed: Record<string, string>; errors: Record<string, string>; problem: string };

const labels: Record<string, string> = { name: "Your name", email: "The e-mail address", password: "The password" };

export async function setUp(_: SetupState, form: FormData): Promise<SetupState> {
  const text = formText(form);
  const typed = { name: text("name").slice(0, 500), email: text("email").slice(0, 500) };
  const answer = await first({ ...typed, password: text("password"), token: text("token") });
  if (answer.ok) redirect("/login?next=/admin");
  const errors = Object.entries(answer.fields ?? {}).map(([name, [message = "is not right"]]) => [
    name,
    fieldSentence(labels[name] ?? "This", message),
  ]);
  return { typed, errors: Object.fromEntries(errors), problem: answer.problem };
}
