import type { Windows } from "@/db/schema/hours";
import { holidayOn } from "@/lib/hours/holidays";
import { type DatedWindows, withDay, withHoliday, withoutDay } from "@/lib/hours/rules";
import { clearBusinessDay, setBusinessDay } from "@/lib/hours/set-business-day";
import { setBusinessHours } from "@/lib/hours/set-business-hours";
import { setHoliday, setHolidays } from "@/lib/hours/set-holidays";
import type { Looked } from "@/lib/platform/looked";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { addResource, changeResource, type ResourceRefusal, resourceAsItIs } from "@/lib/resources/change-resource";
import type { AddResourceInput, ChangeResourceInput } from "@/lib/resources/input";
import { archiveService, changeService, takesOtherTime } from "@/lib/services/change-service";
import type { ChangeServiceInput } from "@/lib/services/input";
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
import type { Scope } from "@/lib/tenancy/scope";
import { minuteOf } from "./internal/engine-input";
import type { House, HouseService } from "./internal/house";
import { changeRules } from "./internal/rules-lock";
import {
  type Affected,
  affectedByResource,
  affectedByRules,
  affectedBySeats,
  affectedByService,
  affectedByStaff,
  affectedOf,
  type Found,
  keepPromises,
} from "./list-affected";
import { becomeClass } from "./take-time";

// What narrows what can be booked waits until somebody has looked at the bookings in its way: they stay as they are,
// and where they go is for people to decide.

type InTheWay = { refusal: "bookings_affected"; affected: Affected };
type Changed<R extends { refusal: string } = { refusal: "unknown" }, T = unknown> = Promise<Result<T, R | InTheWay>>;

const mostShown = 50;

/**
 * Nobody books meanwhile, so what was not affected when somebody looked cannot be passed over. What is proposed to
 * customers and could not be taken any more is withdrawn with the change: it is told of, and kept by nobody.
 */
async function unlessBooked<T, R extends { refusal: string }>(
  scope: Scope,
  { anyway, seen, show = mostShown }: Looked,
  find: (() => Promise<Found>) | null,
  change: () => Promise<Result<T, R>>,
): Changed<R, T> {
  await changeRules(scope);
  if (find && (!anyway || seen)) {
    const known = new Set(anyway ? seen : []);
    const found = await find();
    const fresh = found.ids.filter((id) => !known.has(id)).length;
    if (fresh > 0 || (!anyway && found.proposals > 0))
      return refuse("bookings_affected", {
        affected: await affectedOf(scope, found, { show, fresh: anyway ? fresh : 0 }),
      });
  }
  const changed = await change();
  if (changed.ok) await keepPromises(scope);
  return changed;
}

/** The same for a rule of the house, said as what the house would become. */
const unlessRuledOut = <T, R extends { refusal: string }>(
  scope: Scope,
  looked: Looked,
  becoming: (house: House) => House,
  change: () => Promise<Result<T, R>>,
): Changed<R, T> => unlessBooked(scope, looked, () => affectedByRules(scope, becoming), change);

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

/** What is booked keeps its minutes when the service is done in others: that is looked at as well. */
export const changeServiceUnlessBooked = (scope: Scope, serviceId: string, input: ChangeServiceInput): Changed => {
  const find = async (): Promise<Found> => {
    const narrows =
      input.active === false || (input.segments && (await takesOtherTime(scope, serviceId, input.segments)));
    if (narrows) return affectedByService(scope, serviceId);
    return input.seats ? affectedBySeats(scope, serviceId, input.seats) : { ids: [], proposals: 0 };
  };
  return unlessBooked(scope, input, find, async () => {
    const changed = await changeService(scope, serviceId, input);
    if (changed.ok && (input.seats ?? 1) > 1) await becomeClass(scope, serviceId);
    return changed;
  });
};

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

export const archiveServiceUnlessBooked = (scope: Scope, serviceId: string, looked: Looked): Changed =>
  unlessBooked(
    scope,
    looked,
    () => affectedByService(scope, serviceId),
    () => archiveService(scope, serviceId),
  );

/** What is booked of services that need it from now on takes one where one is free. */
export const addResourceUnlessBooked = (
  scope: Scope,
  input: AddResourceInput,
): Changed<ResourceRefusal, { id: string }> => {
  const { quantity, serviceIds } = input;
  return unlessRuledOut(
    scope,
    input,
    (house) => withResource(house, "new", { quantity, serviceIds }),
    () => addResource(scope, input),
  );
};

export async function changeResourceUnlessBooked(
  scope: Scope,
  resourceId: string,
  input: ChangeResourceInput,
): Changed<ResourceRefusal> {
  await changeRules(scope);
  const is = await resourceAsItIs(scope, resourceId);
  const change = () => changeResource(scope, resourceId, input);
  if (!is) return change();
  const { active = is.active, quantity = is.quantity, serviceIds = is.serviceIds } = input;
  if (!active)
    return unlessBooked(scope, input, is.active ? () => affectedByResource(scope, resourceId) : null, change);
  return unlessRuledOut(scope, input, (house) => withResource(house, resourceId, { quantity, serviceIds }), change);
}

/** Exactly these services need one of so many; those that did keep the segments in which they do. */
function withResource(
  house: House,
  resourceId: string,
  { quantity, serviceIds }: { quantity: number; serviceIds: readonly string[] },
): House {
  const needing = (service: HouseService): HouseService => {
    const needs = service.needs.filter((need) => need.resourceId !== resourceId);
    const own = service.needs.find((need) => need.resourceId === resourceId) ?? { resourceId, segments: null };
    return { ...service, needs: serviceIds.includes(service.id) ? [...needs, own] : needs };
  };
  return {
    ...house,
    resources: new Map([...house.resources, [resourceId, quantity]]),
    services: new Map([...house.services].map(([id, service]) => [id, needing(service)])),
  };
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
