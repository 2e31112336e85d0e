import { type SQL, sql } from "drizzle-orm";
import type { Segment } from "@/db/schema/services";
import { holderOf, meets, unite } from "@/lib/availability/spans";
import { workOf } from "@/lib/availability/visit";
import { addDays, localDate } from "@/lib/platform/calendar";
import type { Scope } from "@/lib/tenancy/scope";
import { stillToCome } from "./booking-items";
import { businessHoursOf, type Dates, instantOf, presenceOf } from "./engine-input";
import type { House } from "./house";

/** A line of a booking to come; minutes since the epoch. */
export type PromisedLine = {
  bookingId: string;
  serviceId: string;
  staffId: string;
  from: number;
  to: number;
  segments: Segment[];
};

/** Lines to come, soonest first; `which` narrows over `l` and `b`. */
export async function promisedLines(scope: Scope, which: SQL = sql`true`): Promise<PromisedLine[]> {
  const lines = await scope.tx.execute<PromisedLine>(sql`
    select b.id as "bookingId", l.service_id as "serviceId", l.staff_id as "staffId", l.segments,
      floor(extract(epoch from l.starts_at) / 60)::int as "from", ceil(extract(epoch from l.ends_at) / 60)::int as "to"
    from bookings b join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
    where b.tenant_id = ${scope.tenantId} and ${stillToCome()} and ${which}
    order by b.starts_at, b.id, l.position`);
  return [...lines];
}

/** Those that nobody would be there to do as the house stands: outside hours, in a break or time off, or with who is gone. */
export function misfits(house: House, lines: readonly PromisedLine[]): PromisedLine[] {
  if (lines.length === 0) return [];
  const dates = datesOf(house, lines);
  const business = businessHoursOf(house, dates);
  const present = new Map(
    house.staff.map((staff) => {
      const { shifts, absent } = presenceOf(house, staff, dates, business);
      return [staff.id, { windows: unite(shifts), absent: unite(absent) }];
    }),
  );
  return lines.filter(({ staffId, from, segments }) => {
    const there = present.get(staffId);
    return !there || workOf(segments, from).some((work) => !holderOf(there.windows, work) || meets(there.absent, work));
  });
}

function datesOf({ timeZone }: House, lines: readonly PromisedLine[]): Dates {
  const [from, to] = [Math.min(...lines.map((line) => line.from)), Math.max(...lines.map((line) => line.to))];
  return { from: localDate(instantOf(from), timeZone), to: addDays(localDate(instantOf(to), timeZone), 1) };
}
