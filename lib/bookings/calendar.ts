import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import type { Segment } from "@/db/schema/services";
import { type Span, unite } from "@/lib/availability/spans";
import { addDays, daysBetween, startOfDay } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { businessHoursOf, type Dates, minuteOf, presenceOf } from "./internal/engine-input";
import { heldUp } from "./internal/held-up";
import { type House, loadHouse } from "./internal/house";

/** Somebody who works on these dates, or is booked in them. All times in epoch minutes. */
export type CalendarPerson = {
  id: string;
  name: string;
  /** When they work. */
  windows: Span[];
  /** When they are not there all the same: breaks and time off. */
  away: Span[];
};

/** A service that somebody does: a line of a booking. */
export type CalendarEntry = Span & {
  id: string;
  bookingId: string;
  /** Where the whole booking begins, as an instant: what it was seen to be when it is moved. */
  bookingStartsAt: string;
  staffId: string;
  status: BookingStatus;
  customer: string;
  service: string;
  serviceId: string;
  category: string;
  segments: Segment[];
  /** Minutes kept free around it. */
  before: number;
  after: number;
  /** Of several services: which one, and of how many. */
  place: number;
  of: number;
  /** One place in a class. */
  isSeat: boolean;
  overbooked: boolean;
  heldUp: boolean;
  hasNotes: boolean;
  /** Its time is held until the deposit is paid. */
  awaitsDeposit: boolean;
  /** Until when a request waits, or time is held. */
  expiresAt: string | null;
};

/** Time that is kept for somebody who has not booked it: a visitor who is typing, or a time proposed to a customer. */
export type CalendarKept = Span & {
  id: string;
  staffId: string;
  /** The booking that it is proposed for, and whose that is. */
  bookingId: string | null;
  for: string | null;
  until: string;
};

/** Time that somebody keeps for something else than customers. */
export type CalendarBlock = Span & { id: string; staffId: string; reason: string };

export type Calendar = {
  dates: Dates;
  /** Each date's midnights. */
  days: (Span & { date: string })[];
  people: CalendarPerson[];
  entries: CalendarEntry[];
  kept: CalendarKept[];
  blocks: CalendarBlock[];
  /** Distance between starts, and how time kept around two neighbours adds up. */
  stepMinutes: number;
  buffers: House["policy"]["buffers"];
  position: string;
  seq: number;
};

/** What is drawn of these local dates: who works when, what is booked and what is kept. A staff member sees their own. */
export async function readCalendar(scope: Scope, dates: Dates): Promise<Calendar> {
  const head = await headOf(scope);
  const house = await houseFrom(scope, dates.from);
  const days = Array.from({ length: daysBetween(dates.from, dates.to) + 1 }, (_, day) => addDays(dates.from, day)).map(
    (date) => ({ date, ...dayOf(date, house.timeZone) }),
  );
  const span = { from: days[0]!.from, to: days.at(-1)!.to };
  const own = ownStaffOnly(scope.actor);
  const [entries, kept, blocks] = await Promise.all([
    entriesIn(scope, span, own),
    keptIn(scope, span, own),
    blocksIn(scope, span, own),
  ]);
  return {
    dates,
    days,
    people: await peopleOf(scope, house, dates, span, entries),
    entries,
    kept,
    blocks,
    stepMinutes: house.policy.stepMinutes,
    buffers: house.policy.buffers,
    position: writePosition(head),
    seq: head.seq,
  };
}

/** With hours and time off from well before: a shift may run over midnight. */
export const houseFrom = (scope: Scope, date: string): Promise<House> =>
  loadHouse(scope, [], "promised", new Date(Date.parse(`${date}T00:00:00Z`) - 2 * 86_400_000));

export const dayOf = (date: string, timeZone: string): Span => ({
  from: minuteOf(startOfDay(date, timeZone)),
  to: minuteOf(startOfDay(addDays(date, 1), timeZone)),
});

/** In the house's order; last those who are booked and work here no more. */
async function peopleOf(
  scope: Scope,
  house: House,
  dates: Dates,
  span: Span,
  entries: readonly CalendarEntry[],
): Promise<CalendarPerson[]> {
  const own = ownStaffOnly(scope.actor);
  const business = businessHoursOf(house, dates);
  const booked = new Set(entries.map(({ staffId }) => staffId));
  const inside = (spans: readonly Span[]) => spans.filter(({ from, to }) => from < span.to && to > span.from);
  const here = house.staff
    .filter(({ id }) => !own || id === own)
    .map((staff): CalendarPerson => {
      const { shifts, absent } = presenceOf(house, staff, dates, business);
      return { id: staff.id, name: staff.name, windows: inside(unite(shifts)), away: inside(unite(absent)) };
    })
    .filter(({ id, windows }) => windows.length > 0 || booked.has(id) || own);
  const gone = [...booked].filter((id) => !here.some((person) => person.id === id));
  if (gone.length === 0) return here;
  const names = await scope.tx.execute<{ id: string; name: string }>(sql`
    select id, name from staff where tenant_id = ${scope.tenantId} and id = any(${`{${gone.join(",")}}`}::uuid[])
    order by position, name`);
  return [...here, ...names.map(({ id, name }) => ({ id, name, windows: [], away: [] }))];
}

const instant = (minute: number) => sql`${new Date(minute * 60_000).toISOString()}::timestamptz`;
const floorMinute = (at: ReturnType<typeof sql>) => sql`floor(extract(epoch from ${at}) / 60)::int`;
const ceilMinute = (at: ReturnType<typeof sql>) => sql`ceil(extract(epoch from ${at}) / 60)::int`;

/** No visit is longer than two days, and the index is in order of starts. */
const longest = 2 * 1_440;

/** What stands; of one person, or of everybody. */
export async function entriesIn(scope: Scope, { from, to }: Span, own: string | null): Promise<CalendarEntry[]> {
  const rows = await scope.tx.execute<CalendarEntry>(sql`
    select l.id, l.booking_id as "bookingId", to_char(b.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "bookingStartsAt",
      l.staff_id as "staffId", ${floorMinute(sql`l.starts_at`)} as "from", ${ceilMinute(sql`l.ends_at`)} as "to", b.status,
      coalesce(b.booked_as->>'name', c.name) as customer, l.service_name as service, l.service_id as "serviceId", v.category, l.segments,
      l.buffer_before_minutes as before, l.buffer_after_minutes as after, l.position as place,
      (select count(*)::int from booking_lines m where m.tenant_id = b.tenant_id and m.booking_id = b.id) as of,
      coalesce(o.is_seat, false) as "isSeat", coalesce(o.overbooked, false) as overbooked, ${heldUp()} as "heldUp",
      b.notes <> '' as "hasNotes", b.status = 'held' and b.deposit is not distinct from 'due' as "awaitsDeposit",
      to_char(b.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "expiresAt"
    from booking_lines l
    join bookings b on b.tenant_id = l.tenant_id and b.id = l.booking_id
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join services v on v.tenant_id = l.tenant_id and v.id = l.service_id
    left join lateral (
      select bool_or(t.seat_of is not null) as is_seat, bool_or(t.active and t.source = 'overbooking') as overbooked
      from occupancies t where t.tenant_id = l.tenant_id and t.booking_line_id = l.id and t.staff_id is not null
    ) o on true
    where b.tenant_id = ${scope.tenantId} and b.starts_at < ${instant(to)} and b.starts_at > ${instant(from - longest)}
      and l.starts_at < ${instant(to)} and l.ends_at > ${instant(from)} and b.status not in ('cancelled', 'rejected', 'expired')
      and (b.status <> 'held' or b.expires_at > ${now().toISOString()})
      ${own ? sql`and l.staff_id = ${own}` : sql``}
    order by l.starts_at, l.id`);
  return [...rows];
}

export async function keptIn(scope: Scope, { from, to }: Span, own: string | null): Promise<CalendarKept[]> {
  const rows = await scope.tx.execute<CalendarKept>(sql`
    select o.id, o.staff_id as "staffId", ${floorMinute(sql`lower(o.span)`)} as "from", ${ceilMinute(sql`upper(o.span)`)} as "to",
      h.booking_id as "bookingId", b.booked_as->>'name' as for, to_char(h.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until
    from occupancies o
    join holds h on h.tenant_id = o.tenant_id and h.id = o.hold_id and h.ended is null and h.expires_at > ${now().toISOString()}
    left join bookings b on b.tenant_id = h.tenant_id and b.id = h.booking_id
    where o.tenant_id = ${scope.tenantId} and o.active and o.staff_id is not null
      and o.span && tstzrange(${instant(from)}, ${instant(to)})
      ${own ? sql`and o.staff_id = ${own}` : sql``}
    order by lower(o.span), o.id`);
  return [...rows];
}

export async function blocksIn(scope: Scope, { from, to }: Span, own: string | null): Promise<CalendarBlock[]> {
  const rows = await scope.tx.execute<CalendarBlock>(sql`
    select k.id, o.staff_id as "staffId", ${floorMinute(sql`lower(o.span)`)} as "from", ${ceilMinute(sql`upper(o.span)`)} as "to", k.reason
    from occupancies o
    join blocks k on k.tenant_id = o.tenant_id and k.id = o.block_id
    where o.tenant_id = ${scope.tenantId} and o.active and o.source = 'block' and o.ends_at > ${instant(from)}
      and o.span && tstzrange(${instant(from)}, ${instant(to)})
      ${own ? sql`and o.staff_id = ${own}` : sql``}
    order by lower(o.span), o.id`);
  return [...rows];
}
