import type { WaitWindow } from "@/db/schema/waiting";
import { formatDay } from "@/lib/platform/format";

/** Parts of a day that most people wait for, in minutes of it. */
export const dayParts = {
  any: { label: "Any time", fromMinute: 0, toMinute: 1_440 },
  morning: { label: "Morning, before 12:00", fromMinute: 0, toMinute: 720 },
  afternoon: { label: "Afternoon, 12:00 to 17:00", fromMinute: 720, toMinute: 1_020 },
  evening: { label: "Evening, from 17:00", fromMinute: 1_020, toMinute: 1_440 },
} as const;

export type DayPart = keyof typeof dayParts;

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

const dayWords = (date: string): string => formatDay(`${date}T12:00:00Z`, "UTC");

/** `Tue 1 Dec to Thu 3 Dec, 09:00 to 12:00`. */
export function windowWords({ from, to, fromMinute, toMinute }: WaitWindow): string {
  const days = from === to ? dayWords(from) : `${dayWords(from)} to ${dayWords(to)}`;
  if (fromMinute === 0 && toMinute === 1_440) return days;
  if (fromMinute === 0) return `${days}, before ${clock(toMinute)}`;
  return `${days}, ${toMinute === 1_440 ? `from ${clock(fromMinute)}` : `${clock(fromMinute)} to ${clock(toMinute)}`}`;
}
