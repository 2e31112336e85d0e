import { addDays, atMinute, localDate, wallMinute } from "@/lib/platform/calendar";

/** Every so many weeks, so many times in all. */
export type Repeat = { weeks: number; times: number };

/** `at` is null on a day on which clocks are put forward over that time. */
export type SeriesDate = { date: string; at: Date | null };

/** The same weekday at the same time on the wall of the house, however its clocks change in between. */
export function seriesDates(first: Date, { weeks, times }: Repeat, timeZone: string): SeriesDate[] {
  const [date, minute] = [localDate(first, timeZone), wallMinute(first, timeZone)];
  return Array.from({ length: times }, (_, n) => {
    // An hour that comes twice is the first of them, unless the second is what was asked for.
    if (n === 0) return { date, at: first };
    const own = addDays(date, n * weeks * 7);
    const at = atMinute(own, minute, timeZone);
    return { date: own, at: wallMinute(at, timeZone) === minute ? at : null };
  });
}
