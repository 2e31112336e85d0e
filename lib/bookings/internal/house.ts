import { sql } from "drizzle-orm";
import type { Segment } from "@/db/schema/services";
import type { BookingPolicy, TenantStatus } from "@/db/schema/tenants";
import { shiftsOn } from "@/lib/availability/hours";
import { type Span, unite } from "@/lib/availability/spans";
import type { Busy, Line, Person, Rules } from "@/lib/availability/visit";
import { addDays, atMinute, daysBetween, localDate, startOfDay, weekdayOf } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

export type HouseService = {
  id: string;
  name: string;
  segments: Segment[];
  durationMinutes: number;
  priceMinor: number;
  currency: string;
  before: number;
  after: number;
};

export type HouseStaff = { id: string; name: string; serviceIds: string[]; hours: [number, number, number][] };

/** What the business has decided: what bookings are judged by, besides the time already taken. */
export type House = {
  name: string;
  status: TenantStatus;
  timeZone: string;
  currency: string;
  policy: BookingPolicy;
  services: Map<string, HouseService>;
  staff: HouseStaff[];
};

/** One statement, for one staff member or fifty. */
export async function loadHouse(scope: Scope, serviceIds: string[]): Promise<House> {
  const [row] = await scope.tx.execute<{ house: string }>(sql`
    select json_build_object(
      'name', t.name, 'status', t.status, 'timeZone', t.time_zone, 'currency', t.currency, 'policy', t.policy,
      'services', (
        select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'segments', s.segments,
          'durationMinutes', s.duration_minutes, 'priceMinor', s.price_minor, 'currency', s.currency,
          'before', s.buffer_before_minutes, 'after', s.buffer_after_minutes)), '[]')
        from services s
        where s.tenant_id = t.id and s.id = any(${uuids(serviceIds)}) and s.active and s.archived_at is null),
      'staff', (
        select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name,
          'serviceIds', (select coalesce(json_agg(c.service_id), '[]') from staff_services c
            where c.tenant_id = t.id and c.staff_id = p.id and c.service_id = any(${uuids(serviceIds)})),
          'hours', (select coalesce(json_agg(json_build_array(h.weekday, h.from_minute, h.to_minute)), '[]')
            from staff_hours h where h.tenant_id = t.id and h.staff_id = p.id)
        ) order by p.position, p.name), '[]')
        from staff p where p.tenant_id = t.id and p.active and p.archived_at is null)
    )::text as house
    from tenants t where t.id = ${scope.tenantId}`);
  if (!row) throw new Error(`tenant ${scope.tenantId} is not there`);
  const house = JSON.parse(row.house) as Omit<House, "services"> & { services: HouseService[] };
  return { ...house, services: new Map(house.services.map((service) => [service.id, service])) };
}

/** Ids as one array parameter; they are checked to be ids before they come here. */
const uuids = (ids: string[]) => sql`${`{${ids.join(",")}}`}::uuid[]`;

/** Time already taken, per staff member, in epoch minutes. Expired holds are free, whether cleaned up or not. */
export async function loadBusy(scope: Scope, staffIds: string[], from: Date, to: Date): Promise<Map<string, Busy[]>> {
  const rows = await scope.tx.execute<{
    staff_id: string;
    from: string;
    to: string;
    before: number;
    after: number;
  }>(sql`
    select staff_id, extract(epoch from lower(span)) / 60 as from, extract(epoch from upper(span)) / 60 as to,
      buffer_before_minutes as before, buffer_after_minutes as after
    from occupancies
    where tenant_id = ${scope.tenantId} and active and staff_id = any(${uuids(staffIds)})
      and span && tstzrange(${from.toISOString()}, ${to.toISOString()})
      and (expires_at is null or expires_at > ${now().toISOString()})`);
  const busy = new Map<string, Busy[]>();
  for (const row of rows) {
    const one = { from: Number(row.from), to: Number(row.to), before: row.before, after: row.after };
    busy.set(row.staff_id, [...(busy.get(row.staff_id) ?? []), one]);
  }
  return busy;
}

export const minuteOf = (at: Date): number => at.getTime() / 60_000;
export const instantOf = (minute: number): Date => new Date(minute * 60_000);

/** Who may do each line; null when a service or the person asked for is not on offer. */
export function candidates(house: House, lines: readonly { serviceId: string; staffId?: string | undefined }[]) {
  const found: { service: HouseService; staff: HouseStaff[]; any: boolean }[] = [];
  for (const { serviceId, staffId } of lines) {
    const service = house.services.get(serviceId);
    if (!service) return { missing: "service" as const };
    const staff = house.staff.filter((p) => p.serviceIds.includes(serviceId) && (!staffId || p.id === staffId));
    if (staffId && staff.length === 0) return { missing: "staff" as const };
    found.push({ service, staff, any: !staffId });
  }
  return { found };
}

export type Candidates = NonNullable<ReturnType<typeof candidates>["found"]>;

/** The engine's lines for a range of local dates. An overnight shift of the day before reaches into the first one. */
export function linesFor(
  house: House,
  wanted: Candidates,
  dates: { from: string; to: string },
  busy: Map<string, Busy[]>,
): Line[] {
  const people = new Map<string, Person>();
  const person = (staff: HouseStaff): Person => {
    const known = people.get(staff.id);
    if (known) return known;
    const shifts = shiftsOf(staff, dates, house.timeZone);
    const made = { id: staff.id, shifts, windows: unite(shifts), busy: busy.get(staff.id) ?? [] };
    people.set(staff.id, made);
    return made;
  };
  return wanted.map(({ service, staff }) => ({
    segments: service.segments,
    before: service.before,
    after: service.after,
    staff: staff.map(person),
  }));
}

const shiftsOf = (staff: HouseStaff, dates: { from: string; to: string }, timeZone: string): Span[] =>
  shiftsOn({ weekly: staff.hours.map(([weekday, from, to]) => ({ weekday, from, to })) }, dates, {
    addDays,
    weekdayOf,
    minuteAt: (date, minute) => minuteOf(atMinute(date, minute, timeZone)),
  });

/** The business's rules as they stand now, narrowed to a range of local dates. */
export function rulesFor(
  house: House,
  dates: { from: string; to: string },
  starts: Rules["starts"] = "on_step",
): Rules & { lastDate: string } {
  const at = now();
  const today = localDate(at, house.timeZone);
  const horizon = addDays(today, house.policy.horizonDays);
  const lastDate = daysBetween(dates.to, horizon) < 0 ? horizon : dates.to;
  return {
    buffers: house.policy.buffers,
    step: house.policy.stepMinutes,
    starts,
    notBefore: Math.max(
      Math.ceil(minuteOf(at)) + house.policy.noticeMinutes,
      minuteOf(startOfDay(dates.from, house.timeZone)),
    ),
    until: minuteOf(startOfDay(addDays(lastDate, 1), house.timeZone)),
    lastDate,
  };
}
