import { and, eq, gt } from "drizzle-orm";
import { invitations, members, users } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { now } from "@/lib/platform/clock";
import type { Language } from "@/lib/platform/format";
import { insertTogether } from "@/lib/platform/insert-together";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { isAtWork } from "@/lib/tenancy/rules";
import type { Scope } from "@/lib/tenancy/scope";
import { wipeLinks } from "./internal/link-message";
import { freeStaff, isOpen, lockTeam } from "./internal/team";
import { withdrawTo } from "./internal/withdraw";

/** Who joins: somebody who signs in already, or a login that is made with the invited address. */
export type Joiner = { userId: string; newLogin?: NewLogin };
/** `language`: what they read on the way in. */
type NewLogin = { name: string; passwordHash: string; language?: Language };

export type NotAccepted = { refusal: "over" | "already_member" | "login_exists" };

/** Joins the business, once: of several who press at the same moment one comes in. */
export async function acceptInvitation(
  scope: Scope,
  invitationId: string,
  { userId, newLogin }: Joiner,
): Promise<Result<null, NotAccepted>> {
  const { tenantId } = scope;
  const team = await lockTeam(scope);
  const invitation = await openInvitation(scope, invitationId);
  if (!invitation) return refuse("over");
  if (team.of(userId)) return refuse("already_member");
  if (await leftSince(scope, userId, invitation.createdAt)) return refuse("over");
  const { destination, role } = invitation;
  if (newLogin && !(await makeLogin(scope, userId, destination, newLogin))) return refuse("login_exists");

  const at = now();
  // Taken by somebody else meanwhile: they still join, and an owner links them anew.
  const found = invitation.staffId ? await freeStaff(scope, invitation.staffId, { userId, destination }) : null;
  const staff = typeof found === "string" ? null : found;
  const staffId = staff ? invitation.staffId : null;
  await scope.tx
    .update(invitations)
    .set({ acceptedAt: at })
    .where(and(eq(invitations.tenantId, tenantId), eq(invitations.id, invitationId)));
  await wipeLinks(scope, [{ id: invitationId }]);
  const withdrawn = await withdrawTo(scope, userId);
  await scope.tx
    .insert(members)
    .values({ tenantId, userId, role, staffId, createdAt: at })
    .onConflictDoUpdate({
      target: [members.tenantId, members.userId],
      set: { role, staffId, createdAt: at, removedAt: null },
    });
  await tell(scope, userId);
  await recordAudit(scope, {
    action: "member.joined",
    entity: "user",
    entityId: userId,
    personId: userId,
    after: {
      destination,
      role,
      staff: staff?.name ?? null,
      ...(withdrawn > 0 ? { invitationsWithdrawn: withdrawn } : {}),
    },
  });
  return ok(null);
}

async function openInvitation(scope: Scope, invitationId: string) {
  const [found] = await scope.tx
    .select({
      destination: invitations.destination,
      role: invitations.role,
      staffId: invitations.staffId,
      createdAt: invitations.createdAt,
      status: tenants.status,
    })
    .from(invitations)
    .innerJoin(tenants, eq(tenants.id, invitations.tenantId))
    .where(and(eq(invitations.tenantId, scope.tenantId), eq(invitations.id, invitationId), isOpen()))
    .for("update", { of: invitations });
  return found && isAtWork(found) ? found : null;
}

/** A link that lay unused while its owner worked here, at whichever address, does not undo their going. */
async function leftSince({ tx, tenantId }: Scope, userId: string, invitedAt: Date): Promise<boolean> {
  const found = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.tenantId, tenantId), eq(members.userId, userId), gt(members.removedAt, invitedAt)));
  return found.length > 0;
}

/** The link came to this address, so whoever has it has the address. False when somebody signs in with it already. */
async function makeLogin(scope: Scope, id: string, destination: string, login: NewLogin) {
  const reached = destination.includes("@") ? { email: destination } : { phone: destination };
  const made = await scope.tx
    .insert(users)
    .values({ id, ...reached, ...login, createdAt: now() })
    .onConflictDoNothing()
    .returning({ id: users.id });
  return made.length > 0;
}

async function tell(scope: Scope, userId: string): Promise<void> {
  const [known] = await scope.tx
    .select({ memberName: users.name, timeZone: tenants.timeZone })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, scope.tenantId))
    .where(eq(users.id, userId));
  const { memberName = "", timeZone = "UTC" } = known ?? {};
  const event = { name: "member.joined", userId, memberName } as const;
  recordEvent(scope, event);
  await insertTogether(scope, [notificationOf(scope, event, { customerName: null, timeZone })]);
}
