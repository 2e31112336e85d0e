import { randomInt } from "node:crypto";
import { and, count, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { recoveryCodes } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import { sha256 } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

const many = 10;
const legible = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Twelve of thirty letters: too many to be tried out even by somebody who has the hashes. */
const newCode = () =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => legible[randomInt(legible.length)]).join("")).join(
    "-",
  );

/** As people type it: small letters, spaces, no dashes. */
const hashOf = (userId: string, typed: string): string =>
  sha256(`recovery ${userId} ${typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, "")}`);

/** Ten fresh ones in place of whatever there was. They are shown once: only hashes are kept. */
export async function replaceRecoveryCodes(scope: Scope, userId: string): Promise<string[]> {
  const codes = Array.from({ length: many }, newCode);
  await scope.tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await scope.tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, hash: hashOf(userId, code) })));
  return codes;
}

/** Uses one up: of two at once with the same code one wins. */
export async function takeRecoveryCode(userId: string, typed: string): Promise<boolean> {
  const taken = await db()
    .update(recoveryCodes)
    .set({ usedAt: now() })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.hash, hashOf(userId, typed)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ hash: recoveryCodes.hash });
  return taken.length > 0;
}

export async function recoveryCodesLeft(userId: string): Promise<number> {
  const [left] = await db()
    .select({ many: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return left?.many ?? 0;
}
