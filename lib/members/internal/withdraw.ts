import { and, eq, inArray } from "drizzle-orm";
import { invitations, type Role } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { mayGive } from "../rules";
import { wipeLinks } from "./link-message";
import { isUnanswered } from "./team";

/**
 * Somebody lost rights: what they invited to and could no longer invite to is withdrawn, so that a link sent in time
 * is not a way back in. Answers how many.
 */
export async function withdrawOf(scope: Scope, userId: string, role: Role | null): Promise<number> {
  const open = await scope.tx
    .select({ id: invitations.id, role: invitations.role })
    .from(invitations)
    .where(and(eq(invitations.tenantId, scope.tenantId), eq(invitations.invitedBy, userId), isUnanswered()));
  const over = open.filter((one) => !role || !mayGive(role, one.role));
  if (over.length === 0) return 0;
  const ids = over.map(({ id }) => id);
  await scope.tx
    .update(invitations)
    .set({ revokedAt: now() })
    .where(and(eq(invitations.tenantId, scope.tenantId), inArray(invitations.id, ids)));
  await wipeLinks(scope, over);
  return over.length;
}
