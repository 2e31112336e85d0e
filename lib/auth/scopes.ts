import type { Permission } from "./permissions";

/** What a key may be given, and what each lets it do. Money that goes out, keys, people and settings are not among it. */
const table = {
  "bookings:read": ["bookings.see"],
  "bookings:write": ["bookings.place", "bookings.change", "bookings.move"],
  "customers:read": ["customers.see", "customers.contact"],
  "customers:write": ["customers.manage"],
  "services:read": ["services.see"],
  "staff:read": ["staff.see"],
  "visits:read": ["visits.see"],
  "payments:read": ["payments.see"],
  "reviews:read": ["reviews.see"],
  "waiting:write": ["queue.keep", "waitlist.keep"],
  /** The stream: what happens, as the desk hears it. */
  "events:read": [],
} as const satisfies Record<string, readonly Permission[]>;

export type ApiScope = keyof typeof table;
/** What a key may ever be let do. */
export type KeyPermission = (typeof table)[ApiScope][number];

export const apiScopes = Object.keys(table) as [ApiScope, ...ApiScope[]];

const grants: Record<ApiScope, readonly Permission[]> = table;

/** The scope that a key needs for this; null: no key may. */
export const scopeFor = (permission: Permission): ApiScope | null =>
  apiScopes.find((scope) => grants[scope].includes(permission)) ?? null;

export const scopesAllow = (scopes: readonly ApiScope[], permission: Permission): boolean =>
  scopes.some((scope) => grants[scope].includes(permission));
