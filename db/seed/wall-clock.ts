import { startOfDay } from "@/lib/platform/calendar";

const midnights = new Map<string, number>();

/** The instant a date begins; asked for the same few dates thousands of times. */
export function midnight(date: string, timeZone: string): Date {
  const key = `${date} ${timeZone}`;
  const known = midnights.get(key) ?? startOfDay(date, timeZone).getTime();
  midnights.set(key, known);
  return new Date(known);
}

/** A minute of a date's wall clock. The demo's businesses are in Kenya, where the clock is never moved. */
export const clock = (date: string, minute: number, timeZone: string): Date =>
  new Date(midnight(date, timeZone).getTime() + minute * 60_000);
