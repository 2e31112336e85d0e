import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Preferences, sessions, users } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { RequestOrigin, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { recordAudit } from "./audit";
import { deviceOf } from "./device";
import { endSessionOf } from "./end-sessions";

export type SessionUser = {
  id: string;
  email: string | null;
  phone: string | null;
  name: string;
  platformAdmin: boolean;
  hasSecondFactor: boolean;
  language: "en" | "sw";
  preferences: Preferences;
};

/** A session ends after this long, used or not; and after a week in which nobody came. The rights door says the same. */
export const sessionDays = { absolute: 30, idle: 7 };
/** For so long after a proof one is still believed to be there. */
const proofMinutes = 10;
/** How exactly "last used" is known: a write per request would be one too many. */
const seenMinutes = 5;

const dayMs = 86_400_000;

export type NewSession = {
  passwordHash: string;
  userAgent: string;
  from: RequestOrigin;
  /** The session that the browser brought: it ends, when it is the same person's. */
  replaces?: string | null;
};

/**
 * One row per sign-in; its id is what the cookie carries. Null when the password was changed, or the login disabled,
 * since it was checked: what was signed out meanwhile does not come back. With a second factor it waits for that.
 */
export const startSession = (
  userId: string,
  { passwordHash, userAgent, from, replaces }: NewSession,
): Promise<string | null> =>
  withTenant(platformTenantId, { kind: "user", userId, from }, async (scope) => {
    const at = now();
    const [made] = await scope.tx.execute<{ id: string; waits: boolean }>(sql`
      insert into sessions (id, user_id, created_at, last_seen_at, expires_at, user_agent, address, awaits_second_factor, proved_at)
      select ${newId()}, u.id, ${at.toISOString()}, ${at.toISOString()},
        ${new Date(at.getTime() + sessionDays.absolute * dayMs).toISOString()}, ${userAgent.slice(0, 300)},
        ${from.address.slice(0, 60)}, u.totp_confirmed_at is not null,
        case when u.totp_confirmed_at is null then ${at.toISOString()}::timestamptz end
      from users u where u.id = ${userId} and u.password_hash = ${passwordHash} and u.disabled_at is null
      for share
      returning id, awaits_second_factor as waits`);
    if (!made) return null;
    await recordAudit(scope, {
      action: "session.started",
      entity: "session",
      entityId: made.id,
      after: { device: deviceOf(userAgent), ...(made.waits ? { awaitsSecondFactor: true } : {}) },
    });
    if (replaces) await endSessionOf(scope, userId, replaces);
    return made.id;
  });

/** Neither ended nor too old, and used not too long ago. */
const isOpen = () =>
  and(
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, now()),
    gt(sessions.lastSeenAt, new Date(now().getTime() - sessionDays.idle * dayMs)),
  );

const alive = (sessionId: string) => and(eq(sessions.id, sessionId), isOpen(), isNull(users.disabledAt));

const userColumns = {
  id: users.id,
  email: users.email,
  phone: users.phone,
  name: users.name,
  platformAdmin: users.platformAdmin,
  hasSecondFactor: sql<boolean>`${users.totpConfirmedAt} is not null`,
  language: users.language,
  preferences: users.preferences,
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

/** The person has just shown again who they are, before something grave. */
export async function markProved(sessionId: string): Promise<void> {
  await db()
    .update(sessions)
    .set({ provedAt: now() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}

/**
 * The person has shown the second factor. They go on in a session with another id, and the one until now ends: whoever
 * planted its cookie, or saw it, has nothing of what opens now. It gets no older by that. For within `whileSignedIn`.
 */
export async function renewSession({ tx }: Scope, sessionId: string): Promise<string> {
  const at = now().toISOString();
  const [renewed] = await tx.execute<{ id: string }>(sql`
    with old as (update sessions set revoked_at = ${at} where id = ${sessionId} and revoked_at is null returning *)
    insert into sessions (id, user_id, created_at, last_seen_at, expires_at, user_agent, address, proved_at)
    select ${newId()}::uuid, user_id, created_at, ${at}, expires_at, user_agent, address, ${at} from old returning id`);
  if (!renewed) throw new Error("a session that is held has ended");
  return renewed.id;
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
    .where(and(eq(sessions.userId, userId), isOpen()))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(100);
  return rows.map(({ createdAt, lastSeenAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }));
}
