import type { WaitWindow } from "@/db/schema/waiting";
import { formatDay, type Language } from "@/lib/platform/format";

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

const dayWords = (date: string, language: Language): string => formatDay(`${date}T12:00:00Z`, "UTC", language);

const said = {
  en: { to: "to", before: "before", from: "from" },
  sw: { to: "hadi", before: "kabla ya", from: "kuanzia" },
};

/** `Tue 1 Dec to Thu 3 Dec, 09:00 to 12:00`. */
export function windowWords({ from, to, fromMinute, toMinute }: WaitWindow, language: Language = "en"): string {
  const words = said[language];
  const days =
    from === to ? dayWords(from, language) : `${dayWords(from, language)} ${words.to} ${dayWords(to, language)}`;
  if (fromMinute === 0 && toMinute === 1_440) return days;
  if (fromMinute === 0) return `${days}, ${words.before} ${clock(toMinute)}`;
  return `${days}, ${toMinute === 1_440 ? `${words.from} ${clock(fromMinute)}` : `${clock(fromMinute)} ${words.to} ${clock(toMinute)}`}`;
}
