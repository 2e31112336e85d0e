import type { Role } from "@/db/schema/people";

export type Who = Role | "platform_admin";

const everybody = ["owner", "manager", "front_desk", "staff"] as const;
const office = ["owner", "manager", "front_desk"] as const;

/** Who may do what. A screen, route or action names one of these; whoever is not listed is refused. */
const table = {
  "today.see": everybody,
  /** Staff see their own only; the question itself narrows it. */
  "bookings.see": everybody,
  "notifications.read": everybody,
  /** Phone numbers and e-mail addresses of customers. */
  "customers.contact": office,
  "members.see": ["owner", "manager"],
  /** Managers invite and change the desk and staff; owners also managers and owners. See members/rules. */
  "members.manage": ["owner", "manager"],
  "membership.leave": everybody,
  "audit.see": ["owner"],
  "business.manage": ["owner"],
  "tenants.decide": ["platform_admin"],
} as const satisfies Record<string, readonly Who[]>;

export type Permission = keyof typeof table;

export const permissions = Object.keys(table) as Permission[];

export const may = (who: Who, permission: Permission): boolean => (table[permission] as readonly Who[]).includes(who);
