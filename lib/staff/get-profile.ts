import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { invitations, members, type Role, users } from "@/db/schema/people";
import { services } from "@/db/schema/services";
import { staff, staffPhotos, staffServices } from "@/db/schema/staff";
import { may } from "@/lib/auth/permissions";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { businessHoursOf } from "./business-hours";
import { type StaffDay, staffDaysOf } from "./list-staff-days";
import type { Stretch } from "./rules";
import { breaksOf } from "./set-staff-breaks";
import { hoursOf } from "./set-staff-hours";

/** A service of the house, and what this person makes of it. */
export type Skill = {
  serviceId: string;
  name: string;
  category: string;
  active: boolean;
  durationMinutes: number;
  priceMinor: number;
  currency: string;
  does: boolean;
  ownDurationMinutes: number | null;
  ownPriceMinor: number | null;
};

export type Login = { userId: string; name: string; contact: string; role: Role };
export type OpenInvitation = { id: string; destination: string; role: Role; expiresAt: string; expired: boolean };

export type StaffProfile = {
  id: string;
  name: string;
  title: string;
  bio: string;
  phone: string | null;
  email: string | null;
  colour: string;
  active: boolean;
  photo: string | null;
  since: string;
  /** Null for whom it is no business of. */
  commissionBp: number | null;
  hours: Stretch[];
  /** Every week. */
  breaks: Stretch[];
  /** Dates to come that are unlike the week. */
  days: StaffDay[];
  /** On the business's calendar. */
  today: string;
  /** What they work without hours of their own. */
  businessHours: Stretch[];
  services: Skill[];
  login: Login | null;
  invitation: OpenInvitation | null;
  position: string;
};

/** One person who serves; null for who is not here, and for staff who ask after somebody else. */
export async function getProfile(scope: Scope, staffId: string): Promise<StaffProfile | null> {
  const { tx, tenantId, actor } = scope;
  const own = ownStaffOnly(actor);
  if (own && own !== staffId) return null;
  const role = actor.kind === "member" ? actor.role : null;
  const seesLogins = role !== null && may(role, "members.see");
  const [head, [person], hours, breaks, dated, houseHours, skills, [login], [invitation]] = await Promise.all([
    headOf(scope),
    tx
      .select({
        id: staff.id,
        name: staff.name,
        title: staff.title,
        bio: staff.bio,
        phone: staff.phone,
        email: staff.email,
        colour: staff.colour,
        active: staff.active,
        commissionBp: staff.commissionBp,
        since: staff.createdAt,
        photo: staffPhotos.version,
      })
      .from(staff)
      .leftJoin(staffPhotos, and(eq(staffPhotos.tenantId, staff.tenantId), eq(staffPhotos.staffId, staff.id)))
      .where(and(eq(staff.tenantId, tenantId), eq(staff.id, staffId), isNull(staff.archivedAt))),
    hoursOf(scope, staffId),
    breaksOf(scope, staffId),
    staffDaysOf(scope, staffId),
    businessHoursOf(scope),
    skillsOf(scope, staffId),
    seesLogins ? loginOf(scope, staffId) : [],
    seesLogins ? invitationOf(scope, staffId) : [],
  ]);
  if (!person) return null;
  const { since, commissionBp, ...said } = person;
  return {
    ...said,
    since: since.toISOString(),
    commissionBp: own || (role !== null && may(role, "staff.manage")) ? commissionBp : null,
    hours,
    breaks,
    days: dated.days,
    today: dated.today,
    businessHours: houseHours,
    services: own ? skills.filter(({ does }) => does) : skills,
    login: login ?? null,
    invitation: invitation
      ? {
          ...invitation,
          expiresAt: invitation.expiresAt.toISOString(),
          expired: invitation.expiresAt <= now(),
        }
      : null,
    position: writePosition(head),
  };
}

const skillsOf = ({ tx, tenantId }: Scope, staffId: string): Promise<Skill[]> =>
  tx
    .select({
      serviceId: services.id,
      name: services.name,
      category: services.category,
      active: services.active,
      durationMinutes: services.durationMinutes,
      priceMinor: services.priceMinor,
      currency: services.currency,
      does: sql<boolean>`${staffServices.staffId} is not null`,
      ownDurationMinutes: staffServices.durationMinutes,
      ownPriceMinor: staffServices.priceMinor,
    })
    .from(services)
    .leftJoin(
      staffServices,
      and(
        eq(staffServices.tenantId, services.tenantId),
        eq(staffServices.serviceId, services.id),
        eq(staffServices.staffId, staffId),
      ),
    )
    .where(and(eq(services.tenantId, tenantId), isNull(services.archivedAt)))
    .orderBy(asc(services.position), asc(services.name));

const loginOf = ({ tx, tenantId }: Scope, staffId: string): Promise<Login[]> =>
  tx
    .select({
      userId: members.userId,
      name: users.name,
      contact: sql<string>`coalesce(${users.email}, ${users.phone})`,
      role: members.role,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.tenantId, tenantId), eq(members.staffId, staffId), isNull(members.removedAt)));

const invitationOf = ({ tx, tenantId }: Scope, staffId: string) =>
  tx
    .select({
      id: invitations.id,
      destination: invitations.destination,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.tenantId, tenantId),
        eq(invitations.staffId, staffId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .orderBy(asc(invitations.sentAt));
