import type { Windows } from "@/db/schema/hours";
import { formatCalendarDate, type Language } from "@/lib/platform/format";
import { clockOfMinute, type Stretch, timesWords } from "@/lib/staff/rules";
import { minutesOf, type Times } from "./week-editor";

/** `Sat 12 Dec 2026` of `2026-12-12`, wherever the reader is. */
export const dateWords = (date: string, language: Language = "en"): string => formatCalendarDate(date, language);

/** `09:00–13:00, 14:00–18:00`; the word for a day without any. */
export const hoursWords = (windows: Windows, none: string): string =>
  timesWords(windows.map(([from, to]) => ({ from, to }))) || none;

export const windowsOf = (times: readonly Times[]): Windows =>
  times.map(minutesOf).map(({ from, to }) => [from, to] as [number, number]);

export const clocksOf = (windows: Windows): Times[] =>
  windows.map(([from, to]) => ({ from: clockOfMinute(from), to: clockOfMinute(to) }));

/** What of a week lies on a date's weekday. */
export const onWeekday = (week: readonly Stretch[], date: string): Windows =>
  week
    .filter(({ weekday }) => weekday === new Date(`${date}T12:00:00Z`).getUTCDay())
    .map(({ from, to }) => [from, to] as [number, number]);
