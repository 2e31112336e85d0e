import "server-only";
import type { Permission } from "@/lib/auth/permissions";
import { now } from "@/lib/platform/clock";
import { isResting } from "@/lib/tenancy/rules";

/** What can still be done in a business whose subscription has not been paid: paying it, what is one's own, leaving, and letting go. */
const evenThen: ReadonlySet<Permission> = new Set<Permission>([
  "subscription.manage",
  "notifications.read",
  // Who left must not go on reading, and what is owed to customers goes back. Inviting asks for a plan by itself.
  "members.manage",
  "payments.keys",
  "refunds.approve",
  "archive.take",
  "calendar.own",
  "membership.leave",
]);

/** Reading and exporting are questions and never stand here. */
export const rests = ({ membership }: { membership: { worksUntil: Date | null } }, permission: Permission): boolean =>
  isResting(membership, now()) && !evenThen.has(permission);
