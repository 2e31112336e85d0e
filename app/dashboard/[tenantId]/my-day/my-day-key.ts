import { apiBase } from "@/app/_components/data/keys";

export const myDayKey = (tenantId: string, date: string): string => `${apiBase(tenantId)}/me/day?date=${date}`;

type Query = { get(name: string): string | null };

/** The day that the address asks for; today's for what is none. */
export function shownDate(query: Query, today: string): string {
  const date = query.get("date") ?? "";
  return /^20\d\d-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) ? date : today;
}
