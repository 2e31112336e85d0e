import { and, eq, gt, isNull } from "drizzle-orm";
import { userTokens } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import { newToken, sha256 } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

export const linkMinutes = 30;

/** What opens once; the links before it end. Only its hash is kept. */
export async function newResetToken(scope: Scope, userId: string): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const at = now();
  const expiresAt = new Date(at.getTime() + linkMinutes * 60_000);
  await scope.tx
    .update(userTokens)
    .set({ usedAt: at })
    .where(and(eq(userTokens.userId, userId), isNull(userTokens.usedAt)));
  await scope.tx
    .insert(userTokens)
    .values({ hash: sha256(token), userId, purpose: "password_reset", createdAt: at, expiresAt });
  return { token, expiresAt };
}

/** The row of a link that still opens. */
export const isOpen = (token: string) =>
  and(
    eq(userTokens.hash, sha256(token)),
    eq(userTokens.purpose, "password_reset"),
    isNull(userTokens.usedAt),
    gt(userTokens.expiresAt, now()),
  );
