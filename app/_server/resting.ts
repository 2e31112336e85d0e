import "server-only";
import type { Permission } from "@/lib/auth/permissions";
import { now } from "@/lib/platform/clock";
import { isResting } from "@/lib/tenancy/rules";
import type { Member } from "./visitor";

/** What can still be done in a business whose subscription has not been paid: paying it, what is one's own, and leaving. */
const evenThen: ReadonlySet<Permission> = new Set<Permission>([
  "subscription.manage",
  "notifications.read",
  "calendar.own",
  "membership.leave",
]);

/** Reading and exporting are questions and never stand here. */
export const rests = ({ membership }: Member, permission: Permission): boolean =>
  isResting(membership, now()) && !evenThen.has(permission);
