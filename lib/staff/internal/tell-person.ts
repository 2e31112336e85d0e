import { and, eq, isNull } from "drizzle-orm";
import { members, users } from "@/db/schema/people";
import { queueMessage } from "@/lib/notifications/queue-message";
import type { Scope } from "@/lib/tenancy/scope";

/** An e-mail to whoever signs in as this person, where there is one; on the screen they are told anyway. */
export async function tellPerson(
  scope: Scope,
  staffId: string,
  words: { template: string; subject: string; body: string; dedupeKey: string },
): Promise<void> {
  const [login] = await scope.tx
    .select({ email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.tenantId, scope.tenantId), eq(members.staffId, staffId), isNull(members.removedAt)));
  if (login?.email) await queueMessage(scope, { ...words, channel: "email", to: login.email });
}
