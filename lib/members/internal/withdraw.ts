import { and, eq, exists, notInArray, or, type SQL } from "drizzle-orm";
import { invitations, type Role, users } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { rolesGivenBy } from "../rules";
import { wipeLinks } from "./link-message";
import { isUnanswered } from "./team";

/**
 * Somebody lost rights: what they invited to and could no longer invite to is withdrawn, so that a link sent in time
 * is not a way back in. Answers how many.
 */
export const withdrawOf = (scope: Scope, userId: string, role: Role | null): Promise<number> =>
  withdraw(scope, eq(invitations.invitedBy, userId), notInArray(invitations.role, role ? [...rolesGivenBy(role)] : []));

/** The same for what stands open to somebody: an invitation is answered by their first, and outlives no change of role. */
export function withdrawTo(scope: Scope, userId: string): Promise<number> {
  const isTheirs = or(eq(users.email, invitations.destination), eq(users.phone, invitations.destination));
  const them = scope.tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isTheirs));
  return withdraw(scope, exists(them));
}

async function withdraw(scope: Scope, ...which: SQL[]): Promise<number> {
  const over = await scope.tx
    .update(invitations)
    .set({ revokedAt: now() })
    .where(and(eq(invitations.tenantId, scope.tenantId), ...which, isUnanswered()))
    .returning({ id: invitations.id });
  await wipeLinks(scope, over);
  return over.length;
}
