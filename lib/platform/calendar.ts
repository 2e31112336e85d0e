import { Temporal } from "temporal-polyfill";

/** A business's dates and wall clock, as instants. The only place that turns one into the other. */

/** Days and shifts are asked for again and again, and working one out costs as much as a hundred look-ups. */
function remembered<A extends readonly (string | number)[], R extends string | number>(work: (...of: A) => R) {
  const known = new Map<string, R>();
  return (...of: A): R => {
    const key = of.join(" ");
    const found = known.get(key);
    if (found !== undefined) return found;
    // Anybody may ask for any day, so it must not grow without end.
    if (known.size >= 5_000) known.clear();
    const made = work(...of);
    known.set(key, made);
    return made;
  };
}

const quarterMs = 15 * 60_000;
const dateOfQuarter = remembered((quarter: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(quarter * quarterMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString(),
);

/** No zone begins a day, or changes its clocks, within a quarter of an hour. */
export const localDate = (at: Date, timeZone: string): string =>
  dateOfQuarter(Math.floor(at.getTime() / quarterMs), timeZone);

/** Whether this is a day of the calendar, as `YYYY-MM-DD`: 31 February is none. */
export function isDate(text: string | undefined): text is string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text ?? "")) return false;
  const at = new Date(`${text}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

export const addDays = remembered((date: string, days: number) =>
  Temporal.PlainDate.from(date).add({ days }).toString(),
);

/** So many months later; a month that is too short ends with its last day. */
export const addMonths = remembered((date: string, months: number) =>
  Temporal.PlainDate.from(date).add({ months }).toString(),
);

/** Days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = remembered(
  (from: string, to: string) =>
    Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days,
);

/** 0 is Sunday. */
export const weekdayOf = remembered((date: string) => Temporal.PlainDate.from(date).dayOfWeek % 7);

const dayStart = remembered(
  (date: string, timeZone: string) => Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds,
);

/** The instant at which a local date begins. */
export const startOfDay = (date: string, timeZone: string): Date => new Date(dayStart(date, timeZone));

/** The instant at which the month of this moment began there. */
export const startOfMonth = (at: Date, timeZone: string): Date =>
  startOfDay(`${localDate(at, timeZone).slice(0, 7)}-01`, timeZone);

/** What the clock there shows, in minutes of its day. */
export function wallMinute(at: Date, timeZone: string): number {
  const shown = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return shown.hour * 60 + shown.minute;
}

const wallClock = remembered((date: string, minute: number, timeZone: string) => {
  const day = Temporal.PlainDate.from(date).add({ days: Math.floor(minute / 1440) });
  const time = Temporal.PlainTime.from({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 });
  return day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
});

/** The instant of a wall-clock minute of a date; in a spring gap it moves forward by the gap. Beyond 1440 is the next day. */
export const atMinute = (date: string, minute: number, timeZone: string): Date =>
  new Date(wallClock(date, minute, timeZone));
