import { and, asc, eq, gte, sql } from "drizzle-orm";
import { businessDays, type Windows } from "@/db/schema/hours";
import { tenants } from "@/db/schema/tenants";
import { addDays, localDate, weekdayOf } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { businessHoursOf } from "@/lib/staff/business-hours";
import type { Stretch } from "@/lib/staff/rules";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { holidayOn, holidaysFrom } from "./holidays";
import { isShutOn } from "./rules";

export type Opening = {
  /** Without any the business is shut all week, and only staff with hours of their own work. */
  week: Stretch[];
  /** Dates unlike the week from today on, in order. */
  days: { date: string; windows: Windows; reason: string }[];
  /** Public holidays of the coming year; `hours` when that date has some of its own. */
  holidays: { date: string; name: string; open: boolean; hours: Windows | null; isOffDay: boolean }[];
  closedOnHolidays: boolean;
  today: string;
  /** Whether tomorrow is one of the calendar's holidays, and whether the house is shut then. */
  tomorrow: { date: string; holiday: string | null; shut: boolean; isOffDay: boolean };
  position: string;
};

/** When the business is open: every week, on dates of their own, and on public holidays. */
export async function getOpening(scope: Scope): Promise<Opening> {
  const { tx, tenantId } = scope;
  const head = await headOf(scope);
  const [tenant] = await tx
    .select({ policy: tenants.policy, timeZone: tenants.timeZone })
    .from(tenants)
    .where(eq(tenants.id, tenantId));
  if (!tenant) throw new Error(`tenant ${tenantId} is not there`);
  const today = localDate(now(), tenant.timeZone);
  const [week, workdays, days] = await Promise.all([
    businessHoursOf(scope),
    workdaysOf(scope),
    tx
      .select({ date: businessDays.date, windows: businessDays.windows, reason: businessDays.reason })
      .from(businessDays)
      .where(and(eq(businessDays.tenantId, tenantId), gte(businessDays.date, today)))
      .orderBy(asc(businessDays.date)),
  ]);
  const { policy } = tenant;
  const rules = { policy, days: days.map(({ date, windows }): [string, Windows] => [date, windows]) };
  const isOffDay = (date: string) => !workdays.has(weekdayOf(date));
  const ownHours = (date: string) => rules.days.find(([other]) => other === date)?.[1];
  const next = addDays(today, 1);
  const holiday = holidayOn(next);
  const shut = ownHours(next)
    ? ownHours(next)!.length === 0
    : (holiday !== null && isShutOn(next, rules)) || isOffDay(next);
  return {
    week,
    days,
    holidays: holidaysFrom(today, addDays(today, 365)).map(({ date, name }) => ({
      date,
      name,
      open: !isShutOn(date, rules),
      hours: ownHours(date)?.length ? ownHours(date)! : null,
      isOffDay: isOffDay(date),
    })),
    closedOnHolidays: policy.closedOnHolidays ?? false,
    today,
    tomorrow: { date: next, holiday, shut, isOffDay: isOffDay(next) && !ownHours(next) },
    position: writePosition(head),
  };
}

/** Weekdays on which anybody works: by the business's hours or by their own. */
async function workdaysOf({ tx, tenantId }: Scope): Promise<Set<number>> {
  const found = await tx.execute<{ weekday: number }>(sql`
    select h.weekday from business_hours h where h.tenant_id = ${tenantId}
    union select h.weekday from staff_hours h
      join staff s on s.tenant_id = h.tenant_id and s.id = h.staff_id and s.active and s.archived_at is null
      where h.tenant_id = ${tenantId}`);
  return new Set(found.map(({ weekday }) => weekday));
}
