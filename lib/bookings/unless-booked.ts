import type { Windows } from "@/db/schema/hours";
import { holidayOn } from "@/lib/hours/holidays";
import { type DatedWindows, withDay, withHoliday, withoutDay } from "@/lib/hours/rules";
import { clearBusinessDay, setBusinessDay } from "@/lib/hours/set-business-day";
import { setBusinessHours } from "@/lib/hours/set-business-hours";
import { setHoliday, setHolidays } from "@/lib/hours/set-holidays";
import type { Looked } from "@/lib/platform/looked";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { changeResource, type ResourceRefusal } from "@/lib/resources/change-resource";
import type { ChangeResourceInput } from "@/lib/resources/input";
import { archiveService, changeService } from "@/lib/services/change-service";
import type { ChangeServiceInput } from "@/lib/services/input";
import { enterTimeOff, type TimeOffWish, timeOffSpan, timeOffStaffId } from "@/lib/staff/ask-time-off";
import { changeStaff } from "@/lib/staff/change-staff";
import { type DecideRefusal, decideTimeOff, lockTimeOff } from "@/lib/staff/decide-time-off";
import type { ChangeStaffInput } from "@/lib/staff/input";
import type { StaffDay } from "@/lib/staff/list-staff-days";
import type { Stretch } from "@/lib/staff/rules";
import { setStaffBreaks } from "@/lib/staff/set-staff-breaks";
import { clearStaffDay, setStaffDay } from "@/lib/staff/set-staff-day";
import { setStaffHours } from "@/lib/staff/set-staff-hours";
import type { DecideTimeOffInput } from "@/lib/staff/time-off-input";
import type { Scope } from "@/lib/tenancy/scope";
import { minuteOf } from "./internal/engine-input";
import type { House } from "./internal/house";
import { changeRules } from "./internal/rules-lock";
import {
  type Affected,
  affectedByResource,
  affectedByRules,
  affectedByService,
  affectedByStaff,
  affectedOf,
} from "./list-affected";

// What narrows what can be booked waits until somebody has looked at the bookings in its way: they stay as they are,
// and where they go is for people to decide.

type InTheWay = { refusal: "bookings_affected"; affected: Affected };
type Changed<R extends { refusal: string } = { refusal: "unknown" }> = Promise<Result<unknown, R | InTheWay>>;

const mostShown = 50;

/** Nobody books meanwhile, so what was not affected when somebody looked cannot be passed over. */
async function unlessBooked<R extends { refusal: string }>(
  scope: Scope,
  { anyway, seen, show = mostShown }: Looked,
  find: (() => Promise<string[]>) | null,
  change: () => Promise<Result<unknown, R>>,
): Changed<R> {
  await changeRules(scope);
  if (find && (!anyway || seen)) {
    const known = new Set(anyway ? seen : []);
    const ids = await find();
    const fresh = ids.filter((id) => !known.has(id)).length;
    if (fresh > 0)
      return refuse("bookings_affected", {
        affected: await affectedOf(scope, ids, { show, fresh: anyway ? fresh : 0 }),
      });
  }
  return change();
}

/** The same for a rule of the house, said as what the house would become. */
const unlessRuledOut = <R extends { refusal: string }>(
  scope: Scope,
  looked: Looked,
  becoming: (house: House) => House,
  change: () => Promise<Result<unknown, R>>,
) => unlessBooked(scope, looked, () => affectedByRules(scope, becoming), change);

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

export const changeServiceUnlessBooked = (scope: Scope, serviceId: string, input: ChangeServiceInput): Changed =>
  unlessBooked(scope, input, input.active === false ? () => affectedByService(scope, serviceId) : null, () =>
    changeService(scope, serviceId, input),
  );

export const archiveServiceUnlessBooked = (scope: Scope, serviceId: string, looked: Looked): Changed =>
  unlessBooked(
    scope,
    looked,
    () => affectedByService(scope, serviceId),
    () => archiveService(scope, serviceId),
  );

export const changeResourceUnlessBooked = (
  scope: Scope,
  resourceId: string,
  input: ChangeResourceInput,
): Changed<ResourceRefusal> => {
  const left = input.active === false ? 0 : input.quantity;
  return unlessBooked(scope, input, left === undefined ? null : () => affectedByResource(scope, resourceId, left), () =>
    changeResource(scope, resourceId, input),
  );
};

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
