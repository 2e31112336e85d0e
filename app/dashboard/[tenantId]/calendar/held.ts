import type { Say } from "@/app/_words/say";
import type { CalendarEntry } from "@/lib/bookings/calendar";
import { formatTime } from "@/lib/platform/format";
import type { Column } from "./columns";
import { iso } from "./iso";

/** All of the booking moves by as much; whoever is named does the service that was held, and that one alone. */
export const movedEntries = (
  entries: readonly CalendarEntry[],
  held: CalendarEntry,
  from: number,
  person: string | null,
): CalendarEntry[] =>
  entries.map((entry) => {
    if (entry.bookingId !== held.bookingId) return entry;
    const by = from - held.from;
    return {
      ...entry,
      // What it is seen to be from now on: the next drag begins there.
      bookingStartsAt: new Date(Date.parse(entry.bookingStartsAt) + by * 60_000).toISOString(),
      from: entry.from + by,
      to: entry.to + by,
      staffId: entry.id === held.id && person !== null ? person : entry.staffId,
    };
  });

/** `10:15 with Grace`, or on a day of the week. */
export function placeWords(say: Say, { title, person }: Column, from: number, timeZone: string): string {
  const time = formatTime(iso(from), timeZone);
  return person === null
    ? say("{time} on {day}", { time, day: title })
    : say("{time} with {name}", { time, name: title });
}

/** A card is taken up by its id, and its lower edge by this. */
export const endOf = (id: string): string => `end of ${id}`;

export const heldOf = (id: string): { id: string; isEnd: boolean } =>
  id.startsWith("end of ") ? { id: id.slice(7), isEnd: true } : { id, isEnd: false };
