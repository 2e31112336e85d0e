import type { BookingsOf } from "@/lib/analytics/booking-rules";
import type { CustomersOf, VisitsOf } from "@/lib/analytics/customer-rules";
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
