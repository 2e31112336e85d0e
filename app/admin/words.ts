import type { z } from "zod";
import type { Language } from "@/lib/platform/format";
import type { subscriptionsQuery } from "@/lib/subscriptions/input";

/** `24 Nov 2026, 14:00`, as it is where the platform is run. */
export const formatMoment = (iso: string, language: Language = "en"): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    timeZone: "Africa/Nairobi",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(iso));

export type Asked = { q: string; status: string; cursor: string };

const query = (asked: Partial<Asked> | AskedSubscriptions | AskedOutgoing): string => {
  const given = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
};

/** `5 Mar 2026` of a date of the calendar. */
export const dateWords = (date: string, language: Language = "en"): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    year: "numeric",
  }).format(new Date(`${date}T12:00:00Z`));

export const testimonialsKey = "/api/admin/testimonials";
export const plansKey = "/api/admin/plans";
export type AskedSubscriptions = z.output<typeof subscriptionsQuery>;
export const subscriptionsHref = (asked: AskedSubscriptions): string => `/admin/subscriptions${query(asked)}`;
export const subscriptionsKey = (asked: AskedSubscriptions): string => `/api/admin/subscriptions${query(asked)}`;

export const listHref = (asked: Partial<Asked>): string => `/admin/tenants${query(asked)}`;
export const listKey = (asked: Asked): string => `/api/admin/tenants${query(asked)}`;
export const rowsKey = (id: string, rows: "bookings" | "customers" | "services", cursor = ""): string =>
  `/api/admin/tenants/${id}/${rows}${cursor && `?cursor=${cursor}`}`;
export type AskedOutgoing = { tenant?: string; state?: string; channel?: string };
export const outgoingKey = (asked: AskedOutgoing, cursor = ""): string =>
  `/api/admin/messages${query({ ...asked, cursor })}`;
export const workKey = "/api/admin/work";
export const healthKey = "/api/admin/health";
export const fileKey = (id: string): string => `/api/admin/tenants/${id}`;
