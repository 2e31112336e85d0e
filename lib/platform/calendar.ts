import { Temporal } from "temporal-polyfill";

/** A business's dates and wall clock, as instants. The only place that turns one into the other. */

export const localDate = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** Days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;

/** 0 is Sunday. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek % 7;

/** The instant at which a local date begins. */
export const startOfDay = (date: string, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);

/** The instant of a wall-clock minute of a date; in a spring gap it moves forward by the gap. Beyond 1440 is the next day. */
export function atMinute(date: string, minute: number, timeZone: string): Date {
  const day = Temporal.PlainDate.from(date).add({ days: Math.floor(minute / 1440) });
  const time = Temporal.PlainTime.from({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 });
  return new Date(day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);
}
