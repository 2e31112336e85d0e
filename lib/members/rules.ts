import type { Role } from "@/db/schema/people";

/** From the widest rights to the narrowest. */
export const roles: readonly Role[] = ["owner", "manager", "front_desk", "staff"];

export const roleWords: Record<Role, string> = {
  owner: "Owner",
  manager: "Manager",
  front_desk: "Front desk",
  staff: "Staff",
};

export const roleAbout: Record<Role, string> = {
  owner: "Everything, with members and the log of changes",
  manager: "Everything at work; invites front desk and staff",
  front_desk: "All bookings and customers; no members",
  staff: "Their own bookings only",
};

/** So long an invitation can be accepted. */
export const invitationDays = 7;

/** Which roles somebody may hand out, and whose membership they may change. */
export function rolesGivenBy(by: Role): readonly Role[] {
  if (by === "owner") return roles;
  return by === "manager" ? ["front_desk", "staff"] : [];
}

export const mayGive = (by: Role, role: Role): boolean => rolesGivenBy(by).includes(role);

/** Whoever becomes an owner can do everything, and shut out whoever made them one. */
export const makesOwner = ({ role }: { role?: Role | undefined }): boolean => role === "owner";

export type Somebody = { userId: string; role: Role };

export type MemberRefusal = "forbidden" | "own_role" | "own_membership" | "last_owner";

const isLastOwner = (of: Somebody, owners: number): boolean => of.role === "owner" && owners <= 1;

/** Why `by` may not make `of` a `to`, or null. */
export function whyNotRole(by: Somebody, of: Somebody, to: Role, owners: number): MemberRefusal | null {
  if (by.userId === of.userId) return "own_role";
  if (!mayGive(by.role, of.role) || !mayGive(by.role, to)) return "forbidden";
  return to !== "owner" && isLastOwner(of, owners) ? "last_owner" : null;
}

/** Why `by` may not say which staff person `of` is, or null. */
export const whyNotLink = (by: Somebody, of: Somebody): MemberRefusal | null =>
  mayGive(by.role, of.role) ? null : "forbidden";

export function whyNotRemove(by: Somebody, of: Somebody, owners: number): MemberRefusal | null {
  if (by.userId === of.userId) return "own_membership";
  if (!mayGive(by.role, of.role)) return "forbidden";
  return isLastOwner(of, owners) ? "last_owner" : null;
}

export const whyNotLeave = (me: Somebody, owners: number): MemberRefusal | null =>
  isLastOwner(me, owners) ? "last_owner" : null;

export type InviteRefusal =
  | "forbidden"
  | "staff_unknown"
  | "staff_taken"
  | "already_member"
  | "no_country"
  | "sms_later"
  | "too_many";

/** What is in the way, in words for people. */
export const refusalWords: Record<MemberRefusal | InviteRefusal | "factor_first", string> = {
  forbidden: "Your role does not allow this for this person.",
  own_role: "Nobody changes their own role. Another owner can do it for you.",
  own_membership: "To end your own membership, leave the business.",
  last_owner: "A business needs an owner. Make somebody else an owner first.",
  staff_unknown: "This person is not on your staff list any more.",
  staff_taken: "This staff person already has a login or an open invitation.",
  already_member: "Somebody with this e-mail or phone already works here.",
  no_country: "We cannot send SMS to that country yet. Invite by e-mail instead.",
  sms_later: "Until your business is approved, invite by e-mail.",
  too_many: "Too many messages were sent there.",
  factor_first: "Set up your own second factor in your profile first.",
};
