import "server-only";
import type { Permission } from "@/lib/auth/permissions";
import { now } from "@/lib/platform/clock";
import { isResting } from "@/lib/tenancy/rules";
import { closingWords, restingWords } from "./over-plan";

/** What can still be done in a business that rests: paying for it, what is one's own, leaving, letting go, and closing it or not. */
const evenThen: ReadonlySet<Permission> = new Set<Permission>([
  "subscription.manage",
  "notifications.read",
  // Who left must not go on reading, and what is owed to customers goes back. Inviting asks for a plan by itself.
  "members.manage",
  "payments.keys",
  "refunds.approve",
  "archive.take",
  "business.close",
  "calendar.own",
  "membership.leave",
]);

export type Standing = { worksUntil: Date | null; closesAt: Date | null };

/** Why it cannot be done while the business rests, or null. Reading and exporting are questions and never stand here. */
export function restsFor({ membership }: { membership: Standing }, permission: Permission): string | null {
  if (!isResting(membership, now()) || evenThen.has(permission)) return null;
  return membership.closesAt ? closingWords : restingWords;
}
