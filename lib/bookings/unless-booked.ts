import type { Windows } from "@/db/schema/hours";
import { holidayOn } from "@/lib/hours/holidays";
import { type DatedWindows, withDay, withHoliday, withoutDay } from "@/lib/hours/rules";
import { clearBusinessDay, setBusinessDay } from "@/lib/hours/set-business-day";
import { setBusinessHours } from "@/lib/hours/set-business-hours";
import { setHoliday, setHolidays } from "@/lib/hours/set-holidays";
import type { Looked } from "@/lib/platform/looked";
import { ok } from "@/lib/platform/result";
import { enterTimeOff, type TimeOffWish, timeOffSpan, timeOffStaffId } from "@/lib/staff/ask-time-off";
import { changeStaff } from "@/lib/staff/change-staff";
import { type DecideRefusal, decideTimeOff, lockTimeOff } from "@/lib/staff/decide-time-off";
import type { ChangeStaffInput, StaffServicesInput } from "@/lib/staff/input";
import type { StaffDay } from "@/lib/staff/list-staff-days";
import type { Stretch } from "@/lib/staff/rules";
import { setStaffBreaks } from "@/lib/staff/set-staff-breaks";
import { clearStaffDay, setStaffDay } from "@/lib/staff/set-staff-day";
import { setStaffHours } from "@/lib/staff/set-staff-hours";
import { type StaffServicesRefusal, setStaffServices, skillsLost } from "@/lib/staff/set-staff-services";
import type { DecideTimeOffInput } from "@/lib/staff/time-off-input";
import { changeRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import { minuteOf } from "./internal/engine-input";
import type { House } from "./internal/house";
import { type Changed, unlessBooked, unlessRuledOut } from "./internal/unless";
import { affectedByStaff } from "./list-affected";

// Hours, days, people and their time off, changed once somebody has looked at the bookings in the way; see internal/unless.ts.

const done = async (work: Promise<void>) => {
  await work;
  return ok(null);
};

export const changeStaffUnlessBooked = (scope: Scope, staffId: string, input: ChangeStaffInput): Changed =>
  unlessBooked(scope, input, input.active === false ? () => affectedByStaff(scope, staffId) : null, () =>
    changeStaff(scope, staffId, input),
  );

export const setHoursUnlessBooked = (
  scope: Scope,
  staffId: string,
  input: Looked & { hours: readonly Stretch[] },
): Changed =>
  unlessRuledOut(
    scope,
    input,
    (house) => withStaff(house, staffId, () => ({ hours: weekOf(input.hours) })),
    () => setStaffHours(scope, staffId, input.hours),
  );

export const setBreaksUnlessBooked = (
  scope: Scope,
  staffId: string,
  input: Looked & { breaks: readonly Stretch[] },
): Changed =>
  unlessRuledOut(
    scope,
    input,
    (house) => withStaff(house, staffId, ({ breaks }) => ({ breaks: [...dated(breaks), ...weekly(input.breaks)] })),
    () => setStaffBreaks(scope, staffId, input.breaks),
  );

export const setStaffDayUnlessBooked = (scope: Scope, staffId: string, input: Looked & StaffDay) =>
  unlessRuledOut(
    scope,
    input,
    (house) => withStaff(house, staffId, (staff) => onDate(staff, input)),
    () => setStaffDay(scope, staffId, input),
  );

export const clearStaffDayUnlessBooked = (scope: Scope, staffId: string, input: Looked & { date: string }) =>
  unlessRuledOut(
    scope,
    input,
    (house) => withStaff(house, staffId, (staff) => onDate(staff, { date: input.date, windows: null, breaks: [] })),
    () => clearStaffDay(scope, staffId, input.date),
  );

const onDate = ({ days, breaks }: House["staff"][number], day: StaffDay) => ({
  days: day.windows ? withDay(days, day.date, day.windows) : withoutDay(days, day.date),
  breaks: [
    ...breaks.filter(([, date]) => date !== day.date),
    ...day.breaks.map(([from, to]): Breaks[number] => [null, day.date, from, to]),
  ],
});

type Breaks = House["staff"][number]["breaks"];
const dated = (breaks: Breaks): Breaks => breaks.filter(([weekday]) => weekday === null);
const weekly = (breaks: readonly Stretch[]): Breaks => breaks.map(({ weekday, from, to }) => [weekday, null, from, to]);

/** All that somebody does; what they are to do no longer may be booked with them. */
export async function setServicesUnlessBooked(
  scope: Scope,
  staffId: string,
  input: StaffServicesInput,
): Changed<StaffServicesRefusal> {
  // Whoever changes the rules waits for nobody who waits for them.
  await changeRules(scope);
  const lost = new Set(await skillsLost(scope, staffId, input));
  return unlessRuledOut(
    scope,
    input,
    (house) =>
      withStaff(house, staffId, ({ skills }) => ({ skills: skills.filter(({ serviceId }) => !lost.has(serviceId)) })),
    () => setStaffServices(scope, staffId, input),
  );
}

export const setBusinessHoursUnlessBooked = (scope: Scope, input: Looked & { hours: readonly Stretch[] }) =>
  unlessRuledOut(
    scope,
    input,
    (house) => ({ ...house, hours: weekOf(input.hours) }),
    () => done(setBusinessHours(scope, input.hours)),
  );

export const setDayUnlessBooked = (scope: Scope, input: Looked & { date: string; windows: Windows; reason: string }) =>
  unlessRuledOut(
    scope,
    input,
    (house) => withDays(house, withDay(house.days, input.date, input.windows)),
    () => done(setBusinessDay(scope, input)),
  );

export const clearDayUnlessBooked = (scope: Scope, input: Looked & { date: string }) =>
  unlessRuledOut(
    scope,
    input,
    (house) => withDays(house, withoutDay(house.days, input.date)),
    () => done(clearBusinessDay(scope, input.date)),
  );

export const setHolidayUnlessBooked = (scope: Scope, input: Looked & { date: string; open: boolean }) =>
  unlessRuledOut(
    scope,
    input,
    (house) => withHoliday(house, { ...input, isKnown: holidayOn(input.date) !== null }),
    () => done(setHoliday(scope, input)),
  );

export const setHolidaysUnlessBooked = (scope: Scope, input: Looked & { closed: boolean }) =>
  unlessRuledOut(
    scope,
    input,
    (house) => ({ ...house, policy: { ...house.policy, closedOnHolidays: input.closed } }),
    () => done(setHolidays(scope, input)),
  );

export const enterTimeOffUnlessBooked = (scope: Scope, input: Looked & TimeOffWish) =>
  unlessRuledOut(
    scope,
    input,
    (house) => withTimeOff(house, timeOffStaffId(scope, input), timeOffSpan(input, house.timeZone)),
    () => enterTimeOff(scope, input),
  );

export async function decideTimeOffUnlessBooked(
  scope: Scope,
  id: string,
  input: DecideTimeOffInput,
): Changed<DecideRefusal> {
  const decide = () => decideTimeOff(scope, { id, ...input });
  // Whoever changes the rules waits for nobody who waits for them.
  await changeRules(scope);
  const asked = await lockTimeOff(scope, id);
  if (!asked || input.to === "declined" || asked.status !== "asked") return decide();
  const span = { from: new Date(asked.from), to: new Date(asked.to) };
  return unlessRuledOut(scope, input, (house) => withTimeOff(house, asked.staffId, span), decide);
}

const withTimeOff = (house: House, staffId: string | null, { from, to }: { from: Date; to: Date }): House =>
  withStaff(house, staffId ?? "", ({ timeOff }) => ({ timeOff: [...timeOff, [minuteOf(from), minuteOf(to)]] }));

const weekOf = (hours: readonly Stretch[]): House["hours"] => hours.map(({ weekday, from, to }) => [weekday, from, to]);

const withDays = (house: House, days: DatedWindows[]): House => ({ ...house, days });

const withStaff = (house: House, staffId: string, more: (staff: House["staff"][number]) => object): House => ({
  ...house,
  staff: house.staff.map((staff) => (staff.id === staffId ? { ...staff, ...more(staff) } : staff)),
});
