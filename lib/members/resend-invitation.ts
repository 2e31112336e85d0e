import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/people";
import { type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { isUnanswered } from "./internal/team";
import { inviteMember, type NotInvited } from "./invite-member";

/** Invites the same person to the same again, with a fresh link and fresh days. */
export async function resendInvitation(
  scope: Scope,
  invitationId: string,
): Promise<Result<{ invitationId: string }, NotInvited | { refusal: "unknown" }>> {
  const [open] = await scope.tx
    .select({ destination: invitations.destination, role: invitations.role, staffId: invitations.staffId })
    .from(invitations)
    .where(and(eq(invitations.tenantId, scope.tenantId), eq(invitations.id, invitationId), isUnanswered()));
  return open ? inviteMember(scope, open) : refuse("unknown");
}
