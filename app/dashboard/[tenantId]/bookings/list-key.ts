import { apiBase } from "@/app/_components/data/keys";
import type { BookingFilters } from "@/lib/bookings/input";

/** The filters as an address says them: what asks for nothing is left out. */
export function queryOf(filters: Partial<BookingFilters> & { cursor?: string }): string {
  const asked = Object.entries(filters).filter(
    (pair): pair is [string, string] => Boolean(pair[1]) && !(pair[0] === "view" && pair[1] === "upcoming"),
  );
  return new URLSearchParams(asked).toString();
}

export const listKey = (tenantId: string, filters: BookingFilters, cursor = ""): string => {
  const query = queryOf({ ...filters, ...(cursor ? { cursor } : {}) });
  return `${apiBase(tenantId)}/bookings${query && `?${query}`}`;
};
