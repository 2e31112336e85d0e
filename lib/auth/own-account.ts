import { and, eq, isNull } from "drizzle-orm";
import { sessions, users } from "@/db/schema/people";
import { refuse } from "@/lib/platform/result";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { RequestOrigin, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";

/** Somebody at their own account, and the sign-in through which they are there. */
export type Self = { userId: string; sessionId: string; from: RequestOrigin };

/** A login belongs to no business, so what happens to it is written down, and told, in the platform's own scope. */
export const onOwnAccount = <T>({ userId, from }: Self, work: (scope: Scope) => Promise<T>): Promise<T> =>
  withTenant(platformTenantId, { kind: "user", userId, from }, work);

export type SignedOut = { refusal: "signed_out" };

/**
 * For what changes how somebody signs in: done only while the session that asks still holds. A step that was let in
 * and is then overtaken by its owner's new password, or by being signed out from elsewhere, does nothing.
 */
export const whileSignedIn = <A>(
  self: Self,
  work: (scope: Scope) => Promise<A>,
): Promise<A | ({ ok: false } & SignedOut)> =>
  onOwnAccount<A | ({ ok: false } & SignedOut)>(self, async (scope) =>
    (await holdSession(scope, self)) ? work(scope) : refuse("signed_out"),
  );

/** The user first, as in all that ends sessions, and then a statement of its own: only that sees what we waited for. */
async function holdSession({ tx }: Scope, { userId, sessionId }: Self): Promise<boolean> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
  const open = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt)));
  return open.length > 0;
}
