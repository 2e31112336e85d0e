import { queueMessage } from "@/lib/notifications/queue-message";
import { env } from "@/lib/platform/env";
import { ownersOf } from "@/lib/tenancy/owners-of";
import type { Scope } from "@/lib/tenancy/scope";

type News = { what: string; subject: string; body: string };

/** A message to each owner, once for each `what`. */
export async function tellOwners(scope: Scope, { what, subject, body }: News): Promise<void> {
  const link = `${env().APP_URL}/dashboard/${scope.tenantId}/settings/plan`;
  for (const { channel, to } of await ownersOf(scope))
    await queueMessage(scope, {
      ...{ channel, to, subject },
      template: "subscription",
      body: channel === "sms" ? `${subject}. ${body} ${link}` : `${body}\n\n${link}`,
      dedupeKey: `subscription ${what} ${to}`,
    });
}
