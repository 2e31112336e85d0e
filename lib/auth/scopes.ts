import type { Permission } from "./permissions";

/** What a key may be given, and what each lets it do. Neither money that goes out nor keys, people and settings are among them. */
const table = {
  "bookings:read": ["today.see", "bookings.see"],
  "bookings:write": ["bookings.place", "bookings.change", "bookings.move"],
  "customers:read": ["customers.see", "customers.contact"],
  "customers:write": ["customers.manage"],
  "services:read": ["services.see"],
  "staff:read": ["staff.see"],
  "visits:read": ["visits.see"],
  "payments:read": ["payments.see"],
  "waiting:write": ["queue.keep", "waitlist.keep"],
  "reviews:read": ["reviews.see", "reviews.all"],
} as const satisfies Record<string, readonly Permission[]>;

export type ApiScope = keyof typeof table;
export const apiScopes = Object.keys(table) as ApiScope[];
export const scopeFor = (permission: Permission): ApiScope | null =>
  apiScopes.find((scope) => (table[scope] as readonly Permission[]).includes(permission)) ?? null;
export const scopesAllow = (scopes: readonly ApiScope[], permission: Permission): boolean =>
  scopes.some((scope) => (table[scope] as readonly Permission[]).includes(permission));
