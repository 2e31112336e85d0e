import type { Span } from "@/lib/availability/spans";
import { type StaffTime, staffTime } from "@/lib/bookings/staff-time";
import { addDays, localDate, startOfDay } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { PeriodQuery } from "./input";
import { minutesByDay, partsOf, sumOfMinutes } from "./occupied";
import { daysOf, periodOf } from "./period";
import type { Minutes, OccupancyAnswer } from "./report-answers";
import type { Days } from "./rules";

/** How much of the time of each person was sold, and how much was lost, day by day. */
export async function getOccupancy(scope: Scope, query: PeriodQuery): Promise<OccupancyAnswer> {
  const head = await headOf(scope);
  const { timeZone } = await houseOf(scope);
  const period = periodOf(query, localDate(now(), timeZone));
  const { against } = period;
  const [all, before] = await staffTime(scope, against ? [period, against] : [period]);
  const { staff, days } = occupancyOf(all!, period, timeZone);
  const other = against && occupancyOf(before!, against, timeZone);
  return {
    period,
    total: sumOfMinutes(staff),
    against: other && sumOfMinutes(other.staff),
    staff,
    days,
    position: writePosition(head),
  };
}

function occupancyOf(all: readonly StaffTime[], days: Days, timeZone: string) {
  const each = daysOf(days).map((day) => ({ day, ...dayOf(day, timeZone) }));
  const people = all.map((person) => ({
    ...{ staffId: person.id, name: person.name },
    days: minutesByDay(partsOf(person), each),
  }));
  return {
    staff: people.map(({ days: minutes, ...person }) => ({ ...person, ...sumOfMinutes(minutes) })),
    days: each.map(({ day }, nth) => ({ day, ...sumOfMinutes(people.map((person): Minutes => person.days[nth]!)) })),
  };
}

const dayOf = (day: string, timeZone: string): Span => ({
  from: startOfDay(day, timeZone).getTime() / 60_000,
  to: startOfDay(addDays(day, 1), timeZone).getTime() / 60_000,
});
