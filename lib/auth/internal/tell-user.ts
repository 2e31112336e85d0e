import { queueMessage } from "@/lib/notifications/queue-message";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

export type Reachable = { email: string | null; phone: string | null };

/** Tells somebody what happened to their login: by e-mail, or by SMS where there is none. */
export async function tellUser(
  scope: Scope,
  { email, phone }: Reachable,
  words: { template: string; subject: string; body: string },
): Promise<void> {
  const to = email ?? phone;
  if (to) await queueMessage(scope, { ...words, channel: email ? "email" : "sms", to, dedupeKey: newId() });
}
