import { createHmac, timingSafeEqual } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { accountSessions, accounts } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { isId, newId } from "@/lib/platform/ids";
import { secureCookies } from "./session-cookie";

export const accountDays = 90;
/** A customer's own cookie: signing in or out as one never touches a member's session in the same browser. */
export const accountCookie = (): string => `${secureCookies() ? "__Host-" : ""}clientpulse.portal`;

export type Account = { sessionId: string; accountId: string; phone: string };

const signatureOf = (sessionId: string): string =>
  createHmac("sha256", env().AUTH_SECRET).update(`portal ${sessionId}`).digest("base64url");

/** The account of this verified phone, made at its first sign-in, and a session on it. Answers the cookie's value. */
export async function startAccountSession(phone: string, userAgent: string): Promise<string> {
  const at = now();
  const id = newId();
  await db().transaction(async (tx) => {
    await tx.insert(accounts).values({ id: newId(), phone, createdAt: at }).onConflictDoNothing();
    await tx.execute(sql`
      insert into account_sessions (id, account_id, created_at, last_seen_at, expires_at, user_agent)
      select ${id}, a.id, ${at.toISOString()}, ${at.toISOString()},
        ${new Date(at.getTime() + accountDays * 86_400_000).toISOString()}, ${userAgent.slice(0, 300)}
      from accounts a where a.phone = ${phone}`);
  });
  return `${id}.${signatureOf(id)}`;
}

/** Whose cookie this is, or null when it is forged, ended or expired. */
export async function accountOf(cookie: string | undefined): Promise<Account | null> {
  const [sessionId = "", signature = ""] = (cookie ?? "").split(".");
  if (!isId(sessionId)) return null;
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(sessionId))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [row] = await db()
    .select({ accountId: accounts.id, phone: accounts.phone })
    .from(accountSessions)
    .innerJoin(accounts, eq(accounts.id, accountSessions.accountId))
    .where(
      and(eq(accountSessions.id, sessionId), isNull(accountSessions.revokedAt), gt(accountSessions.expiresAt, now())),
    );
  return row ? { sessionId, ...row } : null;
}

export async function endAccountSession(sessionId: string): Promise<void> {
  await db().update(accountSessions).set({ revokedAt: now() }).where(eq(accountSessions.id, sessionId));
}
