import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/people";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { wipeLinks } from "./internal/link-message";
import { isUnanswered, lockTeam } from "./internal/team";
import { mayGive } from "./rules";

/** Withdraws an invitation: its link no longer opens anything. */
export async function revokeInvitation(
  scope: Scope,
  invitationId: string,
): Promise<Result<null, { refusal: "unknown" | "forbidden" }>> {
  const { me } = await lockTeam(scope);
  const [open] = await scope.tx
    .select({ role: invitations.role, destination: invitations.destination })
    .from(invitations)
    .where(and(eq(invitations.tenantId, scope.tenantId), eq(invitations.id, invitationId), isUnanswered()))
    .for("update");
  if (!open) return refuse("unknown");
  if (!me || !mayGive(me.role, open.role)) return refuse("forbidden");
  await scope.tx
    .update(invitations)
    .set({ revokedAt: now() })
    .where(and(eq(invitations.tenantId, scope.tenantId), eq(invitations.id, invitationId)));
  await wipeLinks(scope, [{ id: invitationId }]);
  recordEvent(scope, { name: "invitation.revoked", invitationId });
  await recordAudit(scope, {
    action: "invitation.revoked",
    entity: "invitation",
    entityId: invitationId,
    personId: invitationId,
    before: { destination: open.destination, role: open.role },
  });
  return ok(null);
}
