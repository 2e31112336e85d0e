import { type Span, within } from "./spans";
import type { Busy } from "./visit";

/** When somebody works, in wall-clock minutes of a local day: 540 is 9:00, and 1560 is 2:00 of the next day. */
export type Hours = {
  /** 0 is Sunday. */
  weekly: readonly (Span & { weekday: number })[];
  /** Dates that are unlike the week; without windows they are shut. */
  dated?: ReadonlyMap<string, readonly Span[]>;
};

/** The business's own hours, and the public holidays on which it is shut unless the date says otherwise. */
export type BusinessHours = Hours & { holidays?: ReadonlySet<string> };

/** Every week on a weekday, or once on a date. */
export type Break = Span & ({ weekday: number } | { date: string });

/** How local dates become minutes since the epoch. Given from outside: time zones are not this folder's business. */
export type LocalTime = {
  addDays(date: string, days: number): string;
  weekdayOf(date: string): number;
  minuteAt(date: string, minute: number): number;
};

type Dates = { from: string; to: string };

/**
 * The working windows that begin on these dates, and those of the day before, which may reach into the first. Those
 * without hours of their own work the business's; what the business says of a date holds for all.
 */
export const shiftsOn = (own: Hours, dates: Dates, local: LocalTime, business?: BusinessHours): Span[] =>
  datesFrom(dates, local).flatMap((date) =>
    windowsOn(date, local.weekdayOf(date), own, business).map((window) => onClock(window, date, local)),
  );

function windowsOn(date: string, weekday: number, own: Hours, business?: BusinessHours): readonly Span[] {
  const special = business?.dated?.get(date) ?? (business?.holidays?.has(date) ? [] : undefined);
  const ownDay = own.dated?.get(date) ?? (own.weekly.length > 0 ? ofWeekday(own, weekday) : undefined);
  if (!ownDay) return special ?? (business ? ofWeekday(business, weekday) : []);
  return special ? within(ownDay, special) : ownDay;
}

const ofWeekday = ({ weekly }: Hours, weekday: number) => weekly.filter((window) => window.weekday === weekday);

/** Breaks on these dates: nobody is served in them, and what is kept free around a visit stays clear of them. */
export const breaksOn = (breaks: readonly Break[], dates: Dates, local: LocalTime): Busy[] =>
  datesFrom(dates, local).flatMap((date) => {
    const weekday = local.weekdayOf(date);
    return breaks
      .filter((one) => ("date" in one ? one.date === date : one.weekday === weekday))
      .map((one) => away(onClock(one, date, local)));
  });

/** Time in which somebody is not there at all. */
export const away = ({ from, to }: Span): Busy => ({ from, to, before: 0, after: 0, away: true });

const onClock = ({ from, to }: Span, date: string, local: LocalTime): Span => ({
  from: local.minuteAt(date, from),
  to: local.minuteAt(date, to),
});

/** These dates and the day before them. */
function datesFrom({ from, to }: Dates, local: LocalTime): string[] {
  const dates: string[] = [];
  for (let date = local.addDays(from, -1); date <= to; date = local.addDays(date, 1)) dates.push(date);
  return dates;
}
