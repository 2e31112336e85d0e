import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { invitations, members, type Role, userPhotos, users } from "@/db/schema/people";
import { staff } from "@/db/schema/staff";
import { tenants } from "@/db/schema/tenants";
import { now } from "@/lib/platform/clock";
import { listStaff } from "@/lib/staff/list-staff";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";

export type MemberItem = {
  userId: string;
  name: string;
  email: string | null;
  phone: string | null;
  role: Role;
  staffId: string | null;
  staffName: string | null;
  joinedAt: string;
  hasSecondFactor: boolean;
  /** Names the picture; null without one. */
  photo: string | null;
};

export type InvitationItem = {
  id: string;
  destination: string;
  role: Role;
  staffId: string | null;
  staffName: string | null;
  invitedBy: string;
  sentAt: string;
  expiresAt: string;
  expired: boolean;
};

export type TeamList = {
  members: MemberItem[];
  invitations: InvitationItem[];
  staff: { id: string; name: string }[];
  secondFactorRequired: boolean;
  /** Where the log stood when this was true. */
  position: string;
};

const rank = (role: typeof members.role | typeof invitations.role) =>
  sql`array_position(array['owner', 'manager', 'front_desk', 'staff'], ${role})`;

/** Who works here, who is asked to, and whom they may be linked to. */
export async function listMembers(scope: Scope): Promise<TeamList> {
  const [head, people, asked, serving, [tenant]] = await Promise.all([
    headOf(scope),
    listPeople(scope),
    listInvitations(scope),
    listStaff(scope),
    scope.tx.select({ required: tenants.secondFactorRequired }).from(tenants).where(eq(tenants.id, scope.tenantId)),
  ]);
  return {
    members: people.map(({ joinedAt, ...person }) => ({
      ...person,
      joinedAt: joinedAt.toISOString(),
    })),
    invitations: asked.map(({ sentAt, expiresAt, ...one }) => ({
      ...one,
      sentAt: sentAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      expired: expiresAt <= now(),
    })),
    staff: serving.map(({ id, name }) => ({ id, name })),
    secondFactorRequired: tenant?.required ?? false,
    position: writePosition(head),
  };
}

const listPeople = ({ tx, tenantId }: Scope) =>
  tx
    .select({
      userId: members.userId,
      name: users.name,
      email: users.email,
      phone: users.phone,
      role: members.role,
      staffId: members.staffId,
      staffName: staff.name,
      joinedAt: members.createdAt,
      hasSecondFactor: sql<boolean>`${users.totpConfirmedAt} is not null`,
      photo: userPhotos.version,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .leftJoin(userPhotos, eq(userPhotos.userId, users.id))
    .leftJoin(staff, and(eq(staff.tenantId, members.tenantId), eq(staff.id, members.staffId)))
    .where(and(eq(members.tenantId, tenantId), isNull(members.removedAt)))
    .orderBy(rank(members.role), asc(users.name), asc(users.id));

const listInvitations = ({ tx, tenantId }: Scope) =>
  tx
    .select({
      id: invitations.id,
      destination: invitations.destination,
      role: invitations.role,
      staffId: invitations.staffId,
      staffName: staff.name,
      invitedBy: users.name,
      sentAt: invitations.sentAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .leftJoin(staff, and(eq(staff.tenantId, invitations.tenantId), eq(staff.id, invitations.staffId)))
    .where(and(eq(invitations.tenantId, tenantId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .orderBy(asc(invitations.sentAt), asc(invitations.id));
