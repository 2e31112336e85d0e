import { timingSafeEqual } from "node:crypto";
import { and, desc, eq, gt, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { accountSessions, accounts } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import { isId, newId } from "@/lib/platform/ids";
import { signature, signatures } from "@/lib/platform/signing";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { RequestOrigin } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { recordAudit } from "./audit";
import { deviceOf } from "./device";
import { secureCookies } from "./session-cookie";

/** A customer stays signed in for so long, used or not; and for so long without coming. */
export const accountDays = { absolute: 180, idle: 30 };
/** How exactly "last used" is known. */
const seenMinutes = 60;

const dayMs = 86_400_000;

/** A customer's own cookie: signing in or out as one never touches a member's session in the same browser. */
export const accountCookie = (): string => `${secureCookies() ? "__Host-" : ""}clientpulse.portal`;

export type Account = { sessionId: string; accountId: string; phone: string };

const signed = (sessionId: string): string => `portal ${sessionId}`;

/** The account of this verified phone, made at its first sign-in, and a session on it. Answers the cookie's value. */
export async function startAccountSession(
  phone: string,
  { userAgent, from }: { userAgent: string; from: RequestOrigin },
): Promise<string> {
  const at = now();
  const id = newId();
  await withTenant(platformTenantId, { kind: "public", via: "page", from }, async (scope) => {
    const { tx } = scope;
    await tx.insert(accounts).values({ id: newId(), phone, createdAt: at }).onConflictDoNothing();
    await tx.execute(sql`
      insert into account_sessions (id, account_id, created_at, last_seen_at, expires_at, user_agent)
      select ${id}, a.id, ${at.toISOString()}, ${at.toISOString()},
        ${new Date(at.getTime() + accountDays.absolute * dayMs).toISOString()}, ${userAgent.slice(0, 300)}
      from accounts a where a.phone = ${phone}`);
    await recordAudit(scope, {
      action: "portal.entered",
      entity: "account_session",
      entityId: id,
      after: { device: deviceOf(userAgent) },
    });
  });
  return `${id}.${signature(signed(id)).toString("base64url")}`;
}

/** Whose cookie this is, or null when it is forged, ended or expired. */
export async function accountOf(cookie: string | undefined): Promise<Account | null> {
  const [sessionId = "", given = ""] = (cookie ?? "").split(".");
  if (!isId(sessionId) || !signatures(signed(sessionId)).some((right) => isSame(given, right))) return null;
  const [row] = await db()
    .select({ accountId: accounts.id, phone: accounts.phone, seenAt: accountSessions.lastSeenAt })
    .from(accountSessions)
    .innerJoin(accounts, eq(accounts.id, accountSessions.accountId))
    .where(and(eq(accountSessions.id, sessionId), isOpen()));
  if (!row) return null;
  const { seenAt, ...account } = row;
  if (now().getTime() - seenAt.getTime() > seenMinutes * 60_000)
    await db().update(accountSessions).set({ lastSeenAt: now() }).where(eq(accountSessions.id, sessionId));
  return { sessionId, ...account };
}

/** The cookie's value in a raw Cookie header. */
export function accountToken(header: string | null | undefined): string | undefined {
  const name = `${accountCookie()}=`;
  const pair = header?.split(";").find((one) => one.trimStart().startsWith(name));
  return pair?.trim().slice(name.length);
}

/** Which of these sessions are open still. One statement for one open page or a thousand. */
export async function openAccountSessions(sessionIds: string[]): Promise<Set<string>> {
  const rows = await db()
    .select({ id: accountSessions.id })
    .from(accountSessions)
    .where(and(inArray(accountSessions.id, sessionIds), isOpen()));
  return new Set(rows.map(({ id }) => id));
}

function isSame(given: string, right: Buffer): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right.toString("base64url"))];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Neither ended nor too old, and used not too long ago. */
const isOpen = () =>
  and(
    isNull(accountSessions.revokedAt),
    gt(accountSessions.expiresAt, now()),
    gt(accountSessions.lastSeenAt, new Date(now().getTime() - accountDays.idle * dayMs)),
  );

export type AccountDevice = { id: string; device: string; lastSeenAt: string; isThis: boolean };

/** Where a customer is signed in: here first, then last used first. */
export async function listAccountDevices({ accountId, sessionId }: Account): Promise<AccountDevice[]> {
  const rows = await db()
    .select({
      id: accountSessions.id,
      userAgent: accountSessions.userAgent,
      lastSeenAt: accountSessions.lastSeenAt,
    })
    .from(accountSessions)
    .where(and(eq(accountSessions.accountId, accountId), isOpen()))
    .orderBy(desc(eq(accountSessions.id, sessionId)), desc(accountSessions.lastSeenAt))
    .limit(100);
  return rows.map(({ id, userAgent, lastSeenAt }) => ({
    id,
    device: deviceOf(userAgent),
    lastSeenAt: lastSeenAt.toISOString(),
    isThis: id === sessionId,
  }));
}

/** Acts at once. Another account's are passed over. */
export async function endAccountSession({ accountId }: Account, sessionId: string): Promise<void> {
  await endWhere(and(eq(accountSessions.accountId, accountId), eq(accountSessions.id, sessionId)));
}

/** All but the one that asks. */
export async function endOtherAccountSessions({ accountId, sessionId }: Account): Promise<void> {
  await endWhere(and(eq(accountSessions.accountId, accountId), ne(accountSessions.id, sessionId)));
}

const endWhere = (which: SQL | undefined) =>
  db()
    .update(accountSessions)
    .set({ revokedAt: now() })
    .where(and(which, isNull(accountSessions.revokedAt)));
