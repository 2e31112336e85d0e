import { and, desc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";

export type SessionUser = {
  id: string;
  email: string | null;
  phone: string | null;
  name: string;
  platformAdmin: boolean;
  hasSecondFactor: boolean;
  language: "en" | "sw";
};

/** A session ends after this long, used or not; and after a week in which nobody came. The rights door says the same. */
export const sessionDays = { absolute: 30, idle: 7 };
/** For so long after a proof one is still believed to be there. */
const proofMinutes = 10;
/** How exactly "last used" is known: a write per request would be one too many. */
const seenMinutes = 5;

const dayMs = 86_400_000;

export type NewSession = { userAgent: string; address: string; awaitsSecondFactor: boolean };

/** One row per sign-in; its id is what the cookie carries. */
export async function startSession(userId: string, { userAgent, address, awaitsSecondFactor }: NewSession) {
  const id = newId();
  const at = now();
  await db()
    .insert(sessions)
    .values({
      id,
      userId,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + sessionDays.absolute * dayMs),
      userAgent: userAgent.slice(0, 300),
      address: address.slice(0, 60),
      awaitsSecondFactor,
      provedAt: awaitsSecondFactor ? null : at,
    });
  return id;
}

const alive = (sessionId: string) =>
  and(
    eq(sessions.id, sessionId),
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, now()),
    gt(sessions.lastSeenAt, new Date(now().getTime() - sessionDays.idle * dayMs)),
    isNull(users.disabledAt),
  );

const userColumns = {
  id: users.id,
  email: users.email,
  phone: users.phone,
  name: users.name,
  platformAdmin: users.platformAdmin,
  hasSecondFactor: sql<boolean>`${users.totpConfirmedAt} is not null`,
  language: users.language,
};

/** Who is behind a session, or null when it has ended, expired, still awaits its second factor, or its user is disabled. */
export async function userOfSession(sessionId: string): Promise<SessionUser | null> {
  const [found] = await db()
    .select({ ...userColumns, seenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(alive(sessionId), eq(sessions.awaitsSecondFactor, false)));
  if (!found) return null;
  const { seenAt, ...user } = found;
  if (now().getTime() - seenAt.getTime() > seenMinutes * 60_000) touch(sessionId);
  return user;
}

/** Nobody waits for it, and a day without it costs nothing. */
function touch(sessionId: string): void {
  db()
    .update(sessions)
    .set({ lastSeenAt: now() })
    .where(eq(sessions.id, sessionId))
    .catch((error) => log().warn({ err: error }, "last use of a session not written"));
}

/** Who has given the password and owes the second factor. */
export async function waitingUserOf(sessionId: string): Promise<SessionUser | null> {
  const [user] = await db()
    .select(userColumns)
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(alive(sessionId), eq(sessions.awaitsSecondFactor, true)));
  return user ?? null;
}

/** The person has just shown who they are: by the second factor at sign-in, or again before something grave. */
export async function markProved(sessionId: string): Promise<void> {
  await db()
    .update(sessions)
    .set({ awaitsSecondFactor: false, provedAt: now() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}

/** Whether the person behind a session has shown within ten minutes who they are. */
export async function hasProved(sessionId: string): Promise<boolean> {
  const since = new Date(now().getTime() - proofMinutes * 60_000);
  const [found] = await db()
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), gt(sessions.provedAt, since)));
  return found !== undefined;
}

export type OwnSession = { id: string; userAgent: string; address: string; createdAt: string; lastSeenAt: string };

/** Where a person is signed in, last used first. */
export async function listSessions(userId: string): Promise<OwnSession[]> {
  const rows = await db()
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      address: sessions.address,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now())))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(100);
  return rows.map(({ createdAt, lastSeenAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }));
}

/** Acts at once: the next request finds it gone, and its open streams end within a beat. Answers whether it was there. */
export async function revokeSession(sessionId: string, ofUser?: string): Promise<boolean> {
  const ended = await db()
    .update(sessions)
    .set({ revokedAt: now() })
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.revokedAt),
        ofUser === undefined ? undefined : eq(sessions.userId, ofUser),
      ),
    )
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Signs a person out everywhere, but on `except`. Answers how many sessions ended. */
export async function revokeSessionsOf(userId: string, except?: string): Promise<number> {
  const ended = await db()
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
