import { queueMessage } from "@/lib/notifications/queue-message";
import { env } from "@/lib/platform/env";
import type { Language } from "@/lib/platform/format";
import { ownersOf } from "@/lib/tenancy/owners-of";
import type { Scope } from "@/lib/tenancy/scope";
import { type SubscriptionWords, subscriptionWords } from "../words";

type Words = (say: SubscriptionWords, language: Language) => { subject: string; body: string };

/** A message to each owner in the language that they read, once for each `what`. */
export async function tellOwners(scope: Scope, what: string, words: Words): Promise<void> {
  const link = `${env().APP_URL}/dashboard/${scope.tenantId}/settings/plan`;
  for (const { channel, to, language } of await ownersOf(scope)) {
    const { subject, body } = words(subscriptionWords[language], language);
    await queueMessage(scope, {
      ...{ channel, to, subject },
      template: "subscription",
      body: channel === "sms" ? `${subject}. ${body} ${link}` : `${body}\n\n${link}`,
      dedupeKey: `subscription ${what} ${to}`,
    });
  }
}
