import { type Holiday, kenyanHolidays } from "@/lib/availability/holidays";

/** Kenya's public holidays from this date on, up to that one. */
export function holidaysFrom(date: string, until: string): Holiday[] {
  const [first, last] = [date, until].map((day) => Number(day.slice(0, 4))) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, year) => kenyanHolidays(first + year))
    .flat()
    .filter((holiday) => date <= holiday.date && holiday.date <= until);
}

/** What the calendar calls this date; null for a day like others. */
export const holidayOn = (date: string): string | null =>
  kenyanHolidays(Number(date.slice(0, 4))).find((holiday) => holiday.date === date)?.name ?? null;
