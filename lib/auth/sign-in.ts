import { and, eq, isNull, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/people";
import { isBusy } from "@/lib/platform/busy";
import { readPhone } from "@/lib/platform/phone";
import { hashPassword, isOutdated, isPassword } from "./passwords";

/** `passwordHash` is the one that was checked: the session is made only while it still holds. */
export type SignedIn = { id: string; name: string; email: string | null; passwordHash: string };

/** How somebody names themself: a lower-case e-mail address or a phone in E.164; null when it is neither. */
export function readIdentifier(text: string): { email: string } | { phone: string } | null {
  const trimmed = text.trim();
  if (trimmed.includes("@")) return { email: trimmed.toLowerCase() };
  const phone = readPhone(trimmed);
  return phone ? { phone } : null;
}

export const isNamed = (identifier: { email: string } | { phone: string }): SQL =>
  "email" in identifier ? eq(users.email, identifier.email) : eq(users.phone, identifier.phone);

/**
 * Who has this e-mail or phone and password, or null: which of the two was wrong is told neither in words nor in time.
 * Throws `Busy`, known or not, when too many wait for theirs to be checked.
 */
export async function signIn(identifierText: string, password: string): Promise<SignedIn | null> {
  const identifier = readIdentifier(identifierText);
  const [user] = identifier
    ? await db()
        .select()
        .from(users)
        .where(and(isNamed(identifier), isNull(users.disabledAt)))
    : [];
  const matches = await isPassword(password, user?.passwordHash);
  if (!user || !matches) return null;
  const { id, name, email } = user;
  if (!isOutdated(user.passwordHash)) return { id, name, email, passwordHash: user.passwordHash };
  return { id, name, email, passwordHash: await renewed({ ...user, password }) };
}

/** The hash made anew, with the parameters of now; next time, when too many wait for theirs. */
async function renewed(user: { id: string; password: string; passwordHash: string }): Promise<string> {
  const passwordHash = await hashPassword(user.password).catch((error) => {
    if (isBusy(error)) return null;
    throw error;
  });
  if (!passwordHash) return user.passwordHash;
  await db()
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.id, user.id), eq(users.passwordHash, user.passwordHash)));
  return passwordHash;
}
