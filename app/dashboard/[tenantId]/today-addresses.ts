import type { ShellFacts } from "@/app/_components/shell/shell-context";
import type { Days } from "@/lib/analytics/rules";
import { queryOf } from "./bookings/list-key";
import { bookingRowsAt, customerRowsAt } from "./reports/insight-addresses";
import { rowsAddress } from "./reports/rows-address";

/** Where each number of today opens to its rows; none where they are kept from whoever looks. */
export function todayRows({ id, may, role }: Pick<ShellFacts["tenant"], "id" | "may" | "role">, date: string) {
  const day = { from: date, to: date };
  const bookings = (asked: Parameters<typeof queryOf>[0]) =>
    may.includes("bookings.see") ? `/dashboard/${id}/bookings?${queryOf(asked)}` : undefined;
  const visits = may.includes("visits.see") ? `/dashboard/${id}/visits?${new URLSearchParams(day)}` : undefined;
  const reports = may.includes("reports.see");
  return {
    bookingsToday: bookings({ status: "not_cancelled", ...day }),
    arrivingNext: bookings({ status: "arriving" }),
    pending: bookings({ view: "requests" }),
    newCustomersToday: reports ? customerRowsAt(id, day, "new") : undefined,
    visitsToday: visits,
    // Whoever serves is told what their part of them comes to, and not what of it is paid.
    revenueTodayMinor: reports ? customerRowsAt(id, day, "paid_visits") : role === "staff" ? undefined : visits,
  };
}

/** The first and the last of some days. */
export const spanOf = (days: readonly { date: string }[]): Days => ({ from: days[0]!.date, to: days.at(-1)!.date });

/** Where the days behind and ahead open to theirs. */
export const earnedRows = (tenantId: string, days: Days): string => rowsAddress(tenantId, days);
export const bookedRows = (tenantId: string, days: Days): string => bookingRowsAt(tenantId, days, "standing");
