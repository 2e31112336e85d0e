import type { BookingRowsQuery } from "@/lib/analytics/rows-input";
import { reportKey } from "../../report-keys";

export type AskedBookings = Omit<BookingRowsQuery, "cursor">;

const written = (n: number | undefined) => (n === undefined ? undefined : String(n));

export const rowsKey = (tenantId: string, asked: AskedBookings, cursor: string): string =>
  reportKey(tenantId, "operations/rows", {
    ...{ ...asked, weekday: written(asked.weekday), hour: written(asked.hour), cursor },
  });
