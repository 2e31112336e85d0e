import type { BookingPolicy } from "@/db/schema/tenants";
import { kenyanHolidays } from "@/lib/availability/holidays";
import { away, type Break, type BusinessHours, breaksOn, type Hours, shiftsOn } from "@/lib/availability/hours";
import { type Span, unite } from "@/lib/availability/spans";
import type { Line, Person, PoolNeed } from "@/lib/availability/visit";
import { addDays, atMinute, weekdayOf } from "@/lib/platform/calendar";
import { type Candidates, ownOffer } from "./candidates";
import type { Habits } from "./customer-habits";
import type { House, HouseStaff } from "./house";
import type { TakenTime } from "./taken-time";

export const minuteOf = (at: Date): number => at.getTime() / 60_000;
export const instantOf = (minute: number): Date => new Date(minute * 60_000);

export type Dates = { from: string; to: string };

/** The engine's lines for a range of local dates. An overnight shift of the day before reaches into the first one. */
export function linesFor(house: House, wanted: Candidates, dates: Dates, taken: TakenTime, { usual }: Habits): Line[] {
  const people = new Map<string, Person>();
  const business = businessHoursOf(house, dates);
  const person = (staff: HouseStaff): Person => {
    const known = people.get(staff.id) ?? personOf(house, staff, dates, business, taken);
    people.set(staff.id, known);
    return known;
  };
  return wanted.map(({ service, staff, any }) => ({
    serviceId: service.id,
    asked: !any,
    seats: service.seats,
    together: service.together && service.seats > 1,
    usual: usual[service.id],
    staff: staff.map((one) => ({ ...ownOffer(service, one), person: person(one) })),
    pools: service.needs.map(
      ({ resourceId, segments }): PoolNeed => ({
        pool: {
          id: resourceId,
          quantity: house.resources.get(resourceId) ?? 0,
          used: taken.lanes.get(resourceId) ?? [],
        },
        segments: segments ?? undefined,
      }),
    ),
  }));
}

function personOf(house: House, staff: HouseStaff, dates: Dates, business: BusinessHours, taken: TakenTime): Person {
  const { shifts, absent } = presenceOf(house, staff, dates, business);
  return {
    id: staff.id,
    shifts,
    windows: unite(shifts),
    busy: [...(taken.staff.get(staff.id) ?? []), ...absent],
    shortest: staff.shortest ?? undefined,
  };
}

/** When somebody works on these dates, and when they are not there all the same. */
export function presenceOf(house: House, staff: HouseStaff, dates: Dates, business: BusinessHours) {
  const local = localTimeIn(house.timeZone);
  const own: Hours = { weekly: staff.hours.map(weekly), dated: datedOf(staff.days) };
  const breaks = breaksOn(staff.breaks.map(breakOf), dates, local);
  const off = staff.timeOff.map(([from, to]) => away({ from, to }));
  return { shifts: shiftsOn(own, dates, local, business), breaks, off, absent: [...breaks, ...off] };
}

export const businessHoursOf = ({ hours, days, policy }: House, dates: Dates): BusinessHours => ({
  weekly: hours.map(weekly),
  dated: datedOf(days),
  holidays: new Set(holidaysShut(policy, dates).keys()),
});

type OfHolidays = Pick<BookingPolicy, "closedOnHolidays" | "openOnHolidays">;

/** The public holidays on which the house is shut, with their names. An overnight shift of the day before is asked for, too. */
export function holidaysShut(policy: OfHolidays, { from, to }: Dates): Map<string, string> {
  if (!policy.closedOnHolidays) return new Map();
  const [first, last] = [addDays(from, -1), to].map((date) => Number(date.slice(0, 4))) as [number, number];
  const years = Array.from({ length: last - first + 1 }, (_, year) => first + year);
  const shut = years.flatMap(kenyanHolidays).filter(({ date }) => !policy.openOnHolidays?.includes(date));
  return new Map(shut.map(({ date, name }) => [date, name]));
}

const weekly = ([weekday, from, to]: HouseStaff["hours"][number]) => ({ weekday, from, to });

const datedOf = (days: HouseStaff["days"]): Map<string, Span[]> =>
  new Map(days.map(([date, windows]) => [date, windows.map(([from, to]) => ({ from, to }))]));

const breakOf = ([weekday, date, from, to]: HouseStaff["breaks"][number]): Break =>
  date === null ? { weekday: weekday!, from, to } : { date, from, to };

export const localTimeIn = (timeZone: string) => ({
  addDays,
  weekdayOf,
  minuteAt: (date: string, minute: number) => minuteOf(atMinute(date, minute, timeZone)),
});
