import { and, eq, gt, isNull, type SQL } from "drizzle-orm";
import { userTokens } from "@/db/schema/people";
import { wipeMessages } from "@/lib/notifications/wipe-messages";
import { now } from "@/lib/platform/clock";
import { newToken, sha256 } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

export const linkMinutes = 30;

const messageKey = (hash: string): string => `password-reset ${hash}`;

/** What opens once; the links before it end. Only its hash is kept. `message`: what makes a message the one of this link. */
export async function newResetToken(scope: Scope, userId: string) {
  const token = newToken();
  const at = now();
  const expiresAt = new Date(at.getTime() + linkMinutes * 60_000);
  const hash = sha256(token);
  await endLinks(scope, eq(userTokens.userId, userId));
  await scope.tx.insert(userTokens).values({ hash, userId, purpose: "password_reset", createdAt: at, expiresAt });
  return { token, message: { dedupeKey: messageKey(hash), secretUntil: expiresAt } };
}

/** Ends those not used yet among `which`, and wipes the words that brought them. Answers how many. */
export async function endLinks(scope: Scope, ...which: [SQL, ...SQL[]]): Promise<number> {
  const ended = await scope.tx
    .update(userTokens)
    .set({ usedAt: now() })
    .where(and(...which, isNull(userTokens.usedAt)))
    .returning({ hash: userTokens.hash });
  await wipeMessages(
    scope,
    ended.map(({ hash }) => messageKey(hash)),
  );
  return ended.length;
}

/** The row of a link that still opens. */
export const isOpen = (token: string): [SQL, ...SQL[]] => [
  eq(userTokens.hash, sha256(token)),
  eq(userTokens.purpose, "password_reset"),
  isNull(userTokens.usedAt),
  gt(userTokens.expiresAt, now()),
];
