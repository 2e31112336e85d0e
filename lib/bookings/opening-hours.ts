import { sql } from "drizzle-orm";
import type { BookingPolicy } from "@/db/schema/tenants";
import { type Hours, shiftsOn } from "@/lib/availability/hours";
import { type Span, unite } from "@/lib/availability/spans";
import { addDays, daysBetween, weekdayOf } from "@/lib/platform/calendar";
import type { Scope } from "@/lib/tenancy/scope";
import { holidaysShut } from "./internal/engine-input";

/** Minutes of the wall clock; beyond 1440 is the next day. */
export type OpenDay = { date: string; windows: Span[]; reason: string };
export type OpeningHours = {
  /** A week like any other. */
  weekly: (Span & { weekday: number })[];
  /** These dates as they are; shut without windows, and why, where the house says it. */
  days: OpenDay[];
};

type Weekly = [weekday: number, from: number, to: number];
type Dated = [date: string, windows: [number, number][], reason: string];
type Row = {
  policy: Pick<BookingPolicy, "closedOnHolidays" | "openOnHolidays">;
  hours: Weekly[];
  days: Dated[];
  staff: { hours: Weekly[]; days: Dated[] }[];
};

/** When somebody is there to serve, from this date on: the hours of all who work, as the business leaves them. */
export async function openingHours(scope: Scope, from: string, length: number): Promise<OpeningHours> {
  const to = addDays(from, length - 1);
  const [row] = await scope.tx.execute<{ hours: string }>(sql`
    select json_build_object(
      'policy', t.policy,
      'hours', (select coalesce(json_agg(json_build_array(h.weekday, h.from_minute, h.to_minute)), '[]')
        from business_hours h where h.tenant_id = t.id),
      'days', (select coalesce(json_agg(json_build_array(d.date, d.windows, d.reason)), '[]')
        from business_days d where d.tenant_id = t.id and d.date between ${from} and ${to}),
      'staff', (select coalesce(json_agg(json_build_object(
          'hours', (select coalesce(json_agg(json_build_array(h.weekday, h.from_minute, h.to_minute)), '[]')
            from staff_hours h where h.tenant_id = t.id and h.staff_id = p.id),
          'days', (select coalesce(json_agg(json_build_array(d.date, d.windows, '')), '[]')
            from staff_days d where d.tenant_id = t.id and d.staff_id = p.id and d.date between ${from} and ${to}))), '[]')
        from staff p where p.tenant_id = t.id and p.active and p.archived_at is null
          and exists (select 1 from staff_services c where c.tenant_id = t.id and c.staff_id = p.id))
    )::text as hours from tenants t where t.id = ${scope.tenantId}`);
  if (!row) throw new Error(`tenant ${scope.tenantId} is not there`);
  return readHours(row.hours, from, length);
}

/** The same of what was read already: dates of before and after are left out. */
export function readHours(hours: string, from: string, length: number): OpeningHours {
  const to = addDays(from, length - 1);
  const house = JSON.parse(hours) as Row;
  const open = byDay(spansOf(house, { from, to }, { special: true }));
  const holidays = holidaysShut(house.policy, { from, to });
  const reasons = new Map(house.days.map(([date, , reason]) => [date, reason]));
  return {
    weekly: [...byDay(spansOf(house, aWeek, { special: false }))].flatMap(([weekday, spans]) =>
      spans.map((span) => ({ weekday, ...span })),
    ),
    days: Array.from({ length }, (_, day) => {
      const date = addDays(from, day);
      return { date, windows: open.get(day) ?? [], reason: reasons.get(date) || holidays.get(date) || "" };
    }),
  };
}

const dayMinutes = 1_440;
/** Any one that begins on a Sunday. */
const aWeek = { from: "2026-11-22", to: "2026-11-28" };

/** In minutes since the first of these dates began, as its clocks show them. */
function spansOf(house: Row, dates: { from: string; to: string }, { special }: { special: boolean }): Span[] {
  const local = {
    addDays,
    weekdayOf,
    minuteAt: (date: string, minute: number) => daysBetween(dates.from, date) * dayMinutes + minute,
  };
  const hoursOf = ({ hours, days }: { hours: Weekly[]; days: Dated[] }): Hours => ({
    weekly: hours.map(([weekday, from, to]) => ({ weekday, from, to })),
    ...(special
      ? { dated: new Map(days.map(([date, windows]) => [date, windows.map(([from, to]) => ({ from, to }))])) }
      : {}),
  });
  const holidays = new Set(special ? holidaysShut(house.policy, dates).keys() : []);
  const business = { ...hoursOf(house), holidays };
  const all = house.staff.flatMap((person) => shiftsOn(hoursOf(person), dates, local, business));
  // What began the day before is that day's.
  return all.filter(({ from }) => from >= 0);
}

/** The hours that begin on each day, counted from its midnight: round the clock stays seven days and not one long one. */
function byDay(spans: Span[]): Map<number, Span[]> {
  const days = new Map<number, Span[]>();
  for (const { from, to } of spans) {
    const day = Math.floor(from / dayMinutes);
    const start = day * dayMinutes;
    days.set(day, unite([...(days.get(day) ?? []), { from: from - start, to: to - start }]));
  }
  return new Map([...days].sort(([a], [b]) => a - b));
}
