import { type EventName, type Touched, touches } from "@/lib/events/rules";
import type { NotificationFilters } from "@/lib/notifications/input";

/** Data keys are the addresses they are fetched from, so an area is a path under the tenant's API. */
export const apiBase = (tenantId: string): string => `/api/dashboard/${tenantId}`;

/** The same for the platform's administration. */
export const adminBase = "/api/admin";
export const adminNotifications = (cursor: string): string =>
  `${adminBase}/notifications?limit=30${cursor && `&cursor=${cursor}`}`;

/** What is drawn elsewhere of the same: how long the queue waits, who on the waitlist has an offer, and the reports. */
const drawnFrom: Partial<Record<Touched, readonly Touched[]>> = {
  calendar: ["queue", "walk-ins"],
  bookings: ["waitlist", "analytics", "daily-stats"],
  reports: ["analytics", "daily-stats"],
  visits: ["analytics", "daily-stats"],
  payments: ["analytics"],
  waitlist: ["analytics"],
  campaigns: ["analytics"],
  reviews: ["analytics"],
  rewards: ["analytics"],
};

/** Areas that are stale after an event; none for names this build does not know. */
export const areasOf = (name: string): readonly Touched[] =>
  (touches[name as EventName] ?? []).flatMap((area) => [area, ...(drawnFrom[area] ?? [])]);

export function isTouched(key: unknown, base: string, areas: ReadonlySet<string>): boolean {
  if (typeof key !== "string" || !key.startsWith(`${base}/`)) return false;
  const area = /^[^/?]+/.exec(key.slice(base.length + 1))?.[0] ?? "";
  return areas.has(area);
}

/** The newest notifications: one key for the rail's count, the Today page and the first page of the list. */
export const newestNotifications = (tenantId: string): string => notificationsKey(tenantId, {});

export const notificationsKey = (tenantId: string, { area, unread }: NotificationFilters, cursor = ""): string =>
  `${apiBase(tenantId)}/notifications?limit=20${area ? `&area=${area}` : ""}${unread ? "&unread=yes" : ""}${cursor && `&cursor=${cursor}`}`;

/** Where a colleague's photo is; null for none. */
export const memberPhoto = (tenantId: string, userId: string, version: string | null): string | null =>
  version && `${apiBase(tenantId)}/members/${userId}/photo?v=${version}`;
