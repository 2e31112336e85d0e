import { and, eq, isNull } from "drizzle-orm";
import { members, users } from "@/db/schema/people";
import { queueMessage } from "@/lib/notifications/queue-message";
import type { Language } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";

/** An e-mail in their language to whoever signs in as this person, where there is one; on the screen they are told anyway. */
export async function tellPerson(
  scope: Scope,
  staffId: string,
  message: { template: string; dedupeKey: string },
  words: (language: Language) => { subject: string; body: string },
): Promise<void> {
  const [login] = await scope.tx
    .select({ email: users.email, language: users.language })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.tenantId, scope.tenantId), eq(members.staffId, staffId), isNull(members.removedAt)));
  if (login?.email)
    await queueMessage(scope, { ...message, ...words(login.language), channel: "email", to: login.email });
}
