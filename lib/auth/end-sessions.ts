import { and, eq, isNull, ne } from "drizzle-orm";
import { sessions, users } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { recordAudit } from "./audit";
import { deviceOf } from "./device";
import { onOwnAccount, type Self } from "./own-account";

/** Acts at once: the next request finds it gone, and its open streams end within a beat. False when it is not theirs. */
export const endSession = (self: Self, sessionId: string): Promise<boolean> =>
  onOwnAccount(self, (scope) => endSessionOf(scope, self.userId, sessionId));

/** The same within a transaction. */
export async function endSessionOf(scope: Scope, userId: string, sessionId: string): Promise<boolean> {
  const [ended] = await scope.tx
    .update(sessions)
    .set({ revokedAt: now() })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt)))
    .returning({ userAgent: sessions.userAgent });
  if (!ended) return false;
  await recordAudit(scope, {
    action: "session.ended",
    entity: "session",
    entityId: sessionId,
    before: { device: deviceOf(ended.userAgent) },
  });
  return true;
}

/** Signs a person out everywhere but where they are. Answers how many sign-ins ended. */
export const endOtherSessions = (self: Self): Promise<number> =>
  onOwnAccount(self, async (scope) => {
    const ended = await endSessionsOf(scope, self.userId, self.sessionId);
    if (ended > 0)
      await recordAudit(scope, {
        action: "sessions.ended",
        entity: "user",
        entityId: self.userId,
        after: { ended },
      });
    return ended;
  });

/** For a verb after which nobody may stay signed in but at `except`; it says so in its own audit entry. */
export async function endSessionsOf(scope: Scope, userId: string, except?: string): Promise<number> {
  // The user first: a session that is being renewed elsewhere is waited for, and its new one ends as well.
  await scope.tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
  const ended = await scope.tx
    .update(sessions)
    .set({ revokedAt: now() })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        except === undefined ? undefined : ne(sessions.id, except),
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}
