import { type SQL, sql } from "drizzle-orm";
import type { Segment } from "@/db/schema/services";
import { holderOf, meets, unite } from "@/lib/availability/spans";
import { workOf } from "@/lib/availability/visit";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { stillToCome } from "./booking-items";
import { businessHoursOf, type Dates, instantOf, presenceOf } from "./engine-input";
import type { House } from "./house";

/** A line of a booking to come, or as it would be at a time that is proposed for it; minutes since the epoch. */
export type PromisedLine = {
  bookingId: string;
  lineId: string;
  /** It is only proposed, and kept by this. */
  holdId: string | null;
  serviceId: string;
  staffId: string;
  from: number;
  to: number;
  segments: Segment[];
  /** It lies over something else, because somebody said so. */
  overbooked: boolean;
  /** Until when it is only held. */
  heldUntil: string | null;
};

const columns = sql`b.id as "bookingId", l.id as "lineId", l.service_id as "serviceId", l.segments`;
const minutes = (from: SQL, to: SQL) => sql`floor(extract(epoch from ${from}) / 60)::int as "from",
  ceil(extract(epoch from ${to}) / 60)::int as "to"`;

/** Lines to come, soonest first; `which` narrows over `l` and `b`. */
export async function promisedLines(scope: Scope, which: SQL = sql`true`): Promise<PromisedLine[]> {
  const lines = await scope.tx.execute<PromisedLine>(sql`
    select ${columns}, null as "holdId", l.staff_id as "staffId", ${minutes(sql`l.starts_at`, sql`l.ends_at`)},
      exists (select 1 from occupancies o where o.tenant_id = l.tenant_id and o.booking_line_id = l.id
        and o.active and o.source = 'overbooking') as overbooked,
      case when b.status = 'held' then to_char(b.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end as "heldUntil"
    from bookings b join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
    where b.tenant_id = ${scope.tenantId} and ${stillToCome()} and ${which}
    order by b.starts_at, b.id, l.position`);
  return [...lines];
}

/** Lines as they would be at the times that are proposed to customers just now. */
export async function proposedLines(scope: Scope): Promise<PromisedLine[]> {
  const there = (at: SQL) => sql`h.starts_at + (${at} - b.starts_at)`;
  const lines = await scope.tx.execute<PromisedLine>(sql`
    select ${columns}, h.id as "holdId", (h.staff_ids->>l.position::int)::uuid as "staffId",
      ${minutes(there(sql`l.starts_at`), there(sql`l.ends_at`))}, false as overbooked, null as "heldUntil"
    from holds h join bookings b on b.tenant_id = h.tenant_id and b.id = h.booking_id
    join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
    where h.tenant_id = ${scope.tenantId} and h.ended is null and h.expires_at > ${now().toISOString()}
    order by h.starts_at, h.id, l.position`);
  return [...lines];
}

/** Nobody is there to do it: with who is gone or does this no more, outside the hours, or in a break or time off. */
export type Misfit = "person" | "hours" | "absent";

/** Those that nobody would be there to do as the house stands. */
export function misfits(house: House, lines: readonly PromisedLine[]): PromisedLine[] {
  const why = whyMisfit(house, lines);
  return lines.filter((line) => why.has(line));
}

/** And what is wrong with each. */
export function whyMisfit(house: House, lines: readonly PromisedLine[]): Map<PromisedLine, Misfit> {
  if (lines.length === 0) return new Map();
  const dates = datesOf(house, lines);
  const business = businessHoursOf(house, dates);
  const present = new Map(
    house.staff.map((staff) => {
      const { shifts, absent } = presenceOf(house, staff, dates, business);
      const does = new Set(staff.skills.map(({ serviceId }) => serviceId));
      return [staff.id, { windows: unite(shifts), absent: unite(absent), does }];
    }),
  );
  const whyNot = ({ staffId, serviceId, from, segments }: PromisedLine): Misfit | null => {
    const there = present.get(staffId);
    if (!there?.does.has(serviceId)) return "person";
    const work = workOf(segments, from);
    if (work.some((span) => !holderOf(there.windows, span))) return "hours";
    return work.some((span) => meets(there.absent, span)) ? "absent" : null;
  };
  return new Map(
    lines.flatMap((line) => {
      const why = whyNot(line);
      return why ? [[line, why] as const] : [];
    }),
  );
}

function datesOf({ timeZone }: House, lines: readonly PromisedLine[]): Dates {
  const [from, to] = [Math.min(...lines.map((line) => line.from)), Math.max(...lines.map((line) => line.to))];
  return { from: localDate(instantOf(from), timeZone), to: addDays(localDate(instantOf(to), timeZone), 1) };
}
