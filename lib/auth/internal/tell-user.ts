import { queueMessage } from "@/lib/notifications/queue-message";
import type { Language } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { type LoginWords, loginWords } from "../words";

export type Reachable = { email: string | null; phone: string | null; language: Language };

/** Tells somebody what happened to their login: by e-mail, or by SMS where there is none; in the language that they read. */
export async function tellUser(
  scope: Scope,
  { email, phone, language }: Reachable,
  template: string,
  words: (say: LoginWords) => { subject: string; body: string },
): Promise<void> {
  const to = email ?? phone;
  if (!to) return;
  const message = { channel: email ? ("email" as const) : ("sms" as const), to, template, dedupeKey: newId() };
  await queueMessage(scope, { ...message, ...words(loginWords[language]) });
}
