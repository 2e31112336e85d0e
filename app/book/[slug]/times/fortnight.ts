import type { OpenDays } from "@/lib/bookings/list-open-slots";
import { addDays, daysBetween } from "@/lib/platform/calendar";

type Day = OpenDays["days"][number];

export type Fortnight = {
  /** The fourteen days shown. */
  days: Day[];
  /** The one whose times are shown; null when none of the fourteen has any. */
  day: Day | null;
  /** Where to look when the day shown has no times; null when there are none at all. */
  nextFree: string | null;
  /** `from` of the week before and after, where there is one. */
  earlier: string | null;
  later: string | null;
};

const shown = 14;
const week = 7;

/**
 * Which part of all days from today on is shown. Without a wish it is where the first free time lies; a day alone is
 * shown within the weeks it lies in, counted from today.
 */
export function fortnight(all: Day[], wish: { day: string | null; from: string | null }): Fortnight {
  const today = all[0]!.date;
  const firstFree = freeAfter(all, "");
  const wantedDay = all.find(({ date }) => date === wish.day) ?? null;
  const anchor = wish.from ?? wantedDay?.date ?? firstFree ?? today;
  const ahead = Math.max(0, daysBetween(today, anchor));
  const start = Math.min(wish.from ? ahead : Math.floor(ahead / week) * week, Math.max(0, all.length - shown));
  const days = all.slice(start, start + shown);

  const day = (wantedDay && days.includes(wantedDay) ? wantedDay : null) ?? days.find(isFree) ?? null;
  return {
    days,
    day,
    nextFree: day && isFree(day) ? day.date : (freeAfter(all, day?.date ?? days.at(-1)!.date) ?? firstFree),
    earlier: start > 0 ? addDays(today, Math.max(0, start - week)) : null,
    later: all.slice(start + shown).some(isFree) ? addDays(today, start + week) : null,
  };
}

export const isFree = ({ slots }: Day): boolean => slots.length > 0;

const freeAfter = (days: Day[], date: string): string | null =>
  days.find((day) => day.date > date && isFree(day))?.date ?? null;
