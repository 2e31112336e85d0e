import { sql } from "drizzle-orm";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { bookingsWhich, bookingTables, sourceIs } from "./internal/booking-counts";
import { cursorOf, isoOf, pageRows, pastCursor } from "./internal/pages";
import { periodRows } from "./internal/period-rows";
import { periodOf } from "./period";
import type { BookingRow, BookingRowsAnswer } from "./report-answers";
import type { BookingRowsQuery } from "./rows-input";

const shown = sql`b.id, b.reference, b.customer_id, b.booked_as,`;

/** The bookings that a number counts, the latest first, page by page. */
export async function listBookingRows(scope: Scope, asked: BookingRowsQuery): Promise<BookingRowsAnswer> {
  const { of, cursor, status, source, weekday, hour, staff, ...query } = asked;
  const { tx, tenantId } = scope;
  const head = await headOf(scope);
  const { timeZone } = await houseOf(scope);
  const period = periodOf(query, localDate(now(), timeZone));
  const part = (field: "dow" | "hour", is: number | undefined) =>
    is === undefined ? sql`` : sql`and extract(${sql.raw(field)} from b.starts_at at time zone ${timeZone}) = ${is}`;
  const rows = await tx.execute<BookingRow>(sql`
    with ${bookingTables(scope, periodRows([period], timeZone), shown)}, page as (
      select * from (select b.id, b.reference, b.customer_id as "customerId", b.booked_as->>'name' as name, b.status,
          ${isoOf(sql`b.starts_at`)} as at, ${isoOf(sql`b.created_at`)} as "madeAt"
        from found b where ${bookingsWhich[of]} ${status ? sql`and b.status = ${status}` : sql``}
          ${source ? sql`and ${sourceIs[source]}` : sql``} ${part("dow", weekday)} ${part("hour", hour)}
          ${staff ? sql`and exists (select from booking_lines l where l.tenant_id = ${tenantId} and l.booking_id = b.id and l.staff_id = ${staff})` : sql``}) r
      where ${pastCursor(cursor)} order by r.at desc, r.id desc limit ${pageRows + 1})
    select r.*, (select coalesce(string_agg(l.service_name, ', ' order by l.position), '') from booking_lines l
      where l.tenant_id = ${tenantId} and l.booking_id = r.id) as services
    from page r order by r.at desc, r.id desc`);
  return {
    of,
    period,
    items: rows.slice(0, pageRows),
    nextCursor: cursorOf(rows),
    position: writePosition(head),
  };
}
