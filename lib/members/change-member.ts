import { and, eq } from "drizzle-orm";
import { members } from "@/db/schema/people";
import { recordAudit } from "@/lib/auth/audit";
import { may } from "@/lib/auth/permissions";
import { revokeKeysOf } from "@/lib/auth/revoke-api-key";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { ChangeInput } from "./input";
import { freeStaff, lockTeam, type StaffFault, staffName } from "./internal/team";
import { withdrawOf, withdrawTo } from "./internal/withdraw";
import { type MemberRefusal, whyNotLink, whyNotRole } from "./rules";

export type NotChanged = { refusal: MemberRefusal | StaffFault | "unknown" };

/** Gives a member another role, or says which staff person they are. Holds from their next request on. */
export async function changeMember(
  scope: Scope,
  userId: string,
  { role, staffId }: ChangeInput,
): Promise<Result<null, NotChanged>> {
  const team = await lockTeam(scope);
  const member = team.of(userId);
  if (!team.me) return refuse("forbidden");
  if (!member) return refuse("unknown");
  const newRole = role ?? member.role;
  const newStaffId = staffId === undefined ? member.staffId : staffId;
  const changesRole = newRole !== member.role;
  const changesStaff = newStaffId !== member.staffId;
  const not =
    (changesRole && whyNotRole(team.me, member, newRole, team.owners)) ||
    (changesStaff && whyNotLink(team.me, member)) ||
    null;
  if (not) return refuse(not);
  if (!changesRole && !changesStaff) return ok(null);
  const free = changesStaff && newStaffId ? await freeStaff(scope, newStaffId, { userId }) : null;
  if (typeof free === "string") return refuse(free);

  const before = { role: member.role, staff: await staffName(scope, member.staffId) };
  await scope.tx
    .update(members)
    .set({ role: newRole, staffId: newStaffId })
    .where(and(eq(members.tenantId, scope.tenantId), eq(members.userId, userId)));
  const withdrawn = changesRole ? (await withdrawOf(scope, userId, newRole)) + (await withdrawTo(scope, userId)) : 0;
  if (!may(newRole, "api_keys.manage")) await revokeKeysOf(scope, userId);
  recordEvent(scope, { name: "member.changed", userId });
  await recordAudit(scope, {
    action: "member.changed",
    entity: "user",
    entityId: userId,
    before,
    after: {
      role: newRole,
      staff: changesStaff ? (free?.name ?? null) : before.staff,
      ...(withdrawn > 0 ? { invitationsWithdrawn: withdrawn } : {}),
    },
  });
  return ok(null);
}
