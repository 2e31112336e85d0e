import { and, eq } from "drizzle-orm";
import { members } from "@/db/schema/people";
import { recordAudit } from "@/lib/auth/audit";
import { revokeKeysOf } from "@/lib/auth/revoke-api-key";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lockTeam, type Person, staffName, type Team, teamNow } from "./internal/team";
import { withdrawOf, withdrawTo } from "./internal/withdraw";
import { type MemberRefusal, whyNotLeave, whyNotRemove } from "./rules";

/** Takes somebody's membership away: their next request finds nothing, and their open streams end. */
export async function removeMember(
  scope: Scope,
  userId: string,
): Promise<Result<null, { refusal: MemberRefusal | "unknown" }>> {
  const team = await lockTeam(scope);
  const member = team.of(userId);
  if (!team.me) return refuse("forbidden");
  if (!member) return refuse("unknown");
  const not = whyNotRemove(team.me, member, team.owners);
  if (not) return refuse(not);
  await end(scope, member, "member.removed");
  return ok(null);
}

/** Ends one's own membership; the last owner stays. */
export async function leaveBusiness(scope: Scope): Promise<Result<null, { refusal: MemberRefusal }>> {
  const team = await lockTeam(scope);
  const not = notLeaving(team);
  if (not || !team.me) return refuse(not ?? "forbidden");
  await end(scope, team.me, "member.left");
  return ok(null);
}

/** Why whoever asks could not leave as things stand, or null: so that they hear it before they try. */
export const whatKeeps = async (scope: Scope): Promise<MemberRefusal | null> => notLeaving(await teamNow(scope));

const notLeaving = ({ me, owners }: Team): MemberRefusal | null => (me ? whyNotLeave(me, owners) : "forbidden");

async function end(scope: Scope, { userId, role, staffId }: Person, action: string): Promise<void> {
  const staff = await staffName(scope, staffId);
  await scope.tx
    .update(members)
    .set({ removedAt: now(), staffId: null })
    .where(and(eq(members.tenantId, scope.tenantId), eq(members.userId, userId)));
  const withdrawn = (await withdrawOf(scope, userId, null)) + (await withdrawTo(scope, userId));
  await revokeKeysOf(scope, userId);
  recordEvent(scope, { name: "member.removed", userId });
  await recordAudit(scope, {
    action,
    entity: "user",
    entityId: userId,
    before: { role, staff },
    ...(withdrawn > 0 ? { after: { invitationsWithdrawn: withdrawn } } : {}),
  });
}
