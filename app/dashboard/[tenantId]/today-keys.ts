import { apiBase } from "@/app/_components/data/keys";

export const nextShown = 12;

export const statsKey = (tenantId: string): string => `${apiBase(tenantId)}/stats`;
export const nextBookingsKey = (tenantId: string): string =>
  `${apiBase(tenantId)}/bookings?view=next&limit=${nextShown}`;
