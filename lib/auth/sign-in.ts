import { hash, verify } from "@node-rs/argon2";
import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/people";
import { singleton } from "@/lib/platform/singleton";
import type { SessionUser } from "./sessions";

/** OWASP's parameters for argon2id. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, strength);

/** Nobody's password: checked when the address is unknown, so that both answers take the same time. */
const decoy = () => singleton("decoy-hash", () => hashPassword("nobody has this password"));

/** The user with this address and password, or null: which of the two was wrong is not told. */
export async function signIn(email: string, password: string): Promise<SessionUser | null> {
  const [user] = await db()
    .select()
    .from(users)
    .where(and(eq(users.email, email.trim().toLowerCase()), isNull(users.disabledAt)));
  const matches = await verify(user?.passwordHash ?? (await decoy()), password);
  if (!user || !matches) return null;
  return { id: user.id, email: user.email, name: user.name, platformAdmin: user.platformAdmin };
}
