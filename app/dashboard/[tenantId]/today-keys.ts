import { apiBase } from "@/app/_components/data/keys";

export const nextShown = 12;

/** Time alone changes what is next and who is due: no event says that an hour has passed. */
export const asTimePasses = { refreshInterval: 60_000 };

export const statsKey = (tenantId: string): string => `${apiBase(tenantId)}/stats`;
export const dailyStatsKey = (tenantId: string): string => `${apiBase(tenantId)}/daily-stats`;
export const nextBookingsKey = (tenantId: string): string =>
  `${apiBase(tenantId)}/bookings?view=next&limit=${nextShown}`;
export const setupKey = (tenantId: string): string => `${apiBase(tenantId)}/setup`;
export const waitingKey = (tenantId: string): string => `${apiBase(tenantId)}/bookings?view=waiting`;
