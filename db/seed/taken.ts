import type { TransactionSql } from "postgres";
import { addDays } from "@/lib/platform/calendar";
import { staffIdOf, tenantIdOf } from "./base";
import { unitsOf } from "./booking-rows";
import type { DemoBusiness } from "./businesses";
import type { PlannedBooking } from "./day-plan";
import { range } from "./rows";
import { clock, midnight } from "./wall-clock";

/** Who or what is taken: a person by their id, a chair by its kind and number. */
export type Taken = { owner: string; from: Date; to: Date };

export async function takenTime(sql: TransactionSql, business: DemoBusiness, days: string[]): Promise<Taken[]> {
  const window = range(midnight(days[0]!, business.timeZone), midnight(addDays(days.at(-1)!, 1), business.timeZone));
  const tenantId = tenantIdOf(business);
  return sql<Taken[]>`
    select coalesce(staff_id::text, resource_id || ' ' || lower(lanes)) as owner, lower(span) as from, upper(span) as to
    from occupancies where tenant_id = ${tenantId} and active and span && ${window}::tstzrange
    union all
    select staff_id::text, lower(span), upper(span)
    from time_off where tenant_id = ${tenantId} and status = 'approved' and span && ${window}::tstzrange`;
}

export function collides(plan: PlannedBooking, date: string, business: DemoBusiness, busy: Taken[]): boolean {
  return [...workOf(plan, date, business), ...unitsTaken(plan, date, business)].some(({ owner, from, to }) =>
    busy.some((taken) => taken.owner === owner && taken.from < to && from < taken.to),
  );
}

/** Each of those who work, from the first to the last of it. */
export function workOf({ staff, lines }: PlannedBooking, date: string, business: DemoBusiness): Taken[] {
  const people = [...new Set(lines.map((line) => line.staff ?? staff))];
  return people.map((person) => {
    const theirs = lines.filter((line) => (line.staff ?? staff) === person);
    return {
      owner: staffIdOf(business, person.key),
      from: clock(date, theirs[0]!.from, business.timeZone),
      to: clock(date, theirs.at(-1)!.to, business.timeZone),
    };
  });
}

export const unitsTaken = (plan: PlannedBooking, date: string, business: DemoBusiness): Taken[] =>
  unitsOf(business, plan).map(({ resourceId, lane, from, to }) => ({
    owner: `${resourceId} ${lane}`,
    from: clock(date, from, business.timeZone),
    to: clock(date, to, business.timeZone),
  }));
