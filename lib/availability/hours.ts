import type { Span } from "./spans";

/** When somebody works, in wall-clock minutes of a local day: 540 is 9:00, and 1560 is 2:00 of the next day. */
export type Hours = {
  /** 0 is Sunday. */
  weekly: readonly (Span & { weekday: number })[];
  /** Dates that are unlike the week; without windows they are shut. */
  dated?: ReadonlyMap<string, readonly Span[]>;
};

/** How local dates become minutes since the epoch. Given from outside: time zones are not this folder's business. */
export type LocalTime = {
  addDays(date: string, days: number): string;
  weekdayOf(date: string): number;
  minuteAt(date: string, minute: number): number;
};

/** The working windows that begin on these dates, and those of the day before, which may reach into the first. */
export function shiftsOn(hours: Hours, dates: { from: string; to: string }, local: LocalTime): Span[] {
  const shifts: Span[] = [];
  for (let date = local.addDays(dates.from, -1); date <= dates.to; date = local.addDays(date, 1)) {
    const weekday = local.weekdayOf(date);
    const windows = hours.dated?.get(date) ?? hours.weekly.filter((window) => window.weekday === weekday);
    for (const { from, to } of windows) shifts.push({ from: local.minuteAt(date, from), to: local.minuteAt(date, to) });
  }
  return shifts;
}
