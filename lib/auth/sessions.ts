import { and, eq, gt, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";

export type SessionUser = { id: string; email: string; name: string; platformAdmin: boolean };

const lifetimeDays = 30;

/** One row per sign-in; its id is what the cookie carries. */
export async function startSession(userId: string, userAgent: string): Promise<string> {
  const id = newId();
  const at = now();
  await db()
    .insert(sessions)
    .values({
      id,
      userId,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + lifetimeDays * 86_400_000),
      userAgent: userAgent.slice(0, 300),
    });
  return id;
}

/** Acts at once: the next request finds it gone, and its open streams end within a beat. */
export async function revokeSession(sessionId: string): Promise<void> {
  await db()
    .update(sessions)
    .set({ revokedAt: now() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}

/** Who is behind a session, or null when it has ended, expired or its user is disabled. */
export async function userOfSession(sessionId: string): Promise<SessionUser | null> {
  const [user] = await db()
    .select({ id: users.id, email: users.email, name: users.name, platformAdmin: users.platformAdmin })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now()),
        isNull(users.disabledAt),
      ),
    );
  return user ?? null;
}
