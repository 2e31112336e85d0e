import type { BookingsOf } from "@/lib/analytics/booking-rules";
import type { BroughtOf } from "@/lib/analytics/brought-rules";
import type { CustomersOf, VisitsOf } from "@/lib/analytics/customer-rules";
import type { Days, MinutesOf } from "@/lib/analytics/rules";
import { type AskedDays, daysOnly, reportQuery } from "./report-keys";

type More = Record<string, string | undefined>;

const at = (tenantId: string, page: string, asked: More): string =>
  `/dashboard/${tenantId}/reports/${page}${reportQuery(asked)}`;

export const customersPage = (tenantId: string, days: AskedDays): string => at(tenantId, "customers", daysOnly(days));
export const operationsPage = (tenantId: string, days: AskedDays): string => at(tenantId, "operations", daysOnly(days));

/** Where a number opens to its rows; the days stay, and so does what they are compared with for the way back. */
export const customerRowsAt = (tenantId: string, days: AskedDays, of: CustomersOf | VisitsOf): string =>
  at(tenantId, "customers/rows", { ...daysOnly(days), of });
export const friendsAt = (tenantId: string, days: AskedDays, referrer?: string): string =>
  at(tenantId, "customers/friends", { ...daysOnly(days), referrer });
export const bookingRowsAt = (tenantId: string, days: AskedDays, of: BookingsOf, more: More = {}): string =>
  at(tenantId, "operations/rows", { ...daysOnly(days), of, ...more });
export const timeRowsAt = (tenantId: string, days: AskedDays, of: MinutesOf): string =>
  at(tenantId, "operations/time", { ...daysOnly(days), of });
export const broughtRowsAt = (tenantId: string, days: AskedDays, of: BroughtOf): string =>
  at(tenantId, "brought", { ...daysOnly(days), of });
export const reviewsAt = (tenantId: string, { from, to }: Days): string =>
  `/dashboard/${tenantId}/reviews${reportQuery({ from, to })}`;
export const calendarAt = (tenantId: string, date: string): string =>
  `/dashboard/${tenantId}/calendar${reportQuery({ date })}`;
