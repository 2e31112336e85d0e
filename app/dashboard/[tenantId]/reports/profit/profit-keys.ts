import { apiBase } from "@/app/_components/data/keys";

/** The days that are looked at; this month when none are named. */
export type Days = { from?: string | undefined; to?: string | undefined };

export const daysQuery = ({ from, to }: Days): string => (from && to ? `?from=${from}&to=${to}` : "");

export const profitKey = (tenantId: string, days: Days): string =>
  `${apiBase(tenantId)}/reports/profit${daysQuery(days)}`;
export const profitDayKey = (tenantId: string, day: string): string => `${apiBase(tenantId)}/reports/profit/${day}`;
export const profitFile = (tenantId: string, days: Days): string =>
  `${apiBase(tenantId)}/reports/profit/export${daysQuery(days)}`;
