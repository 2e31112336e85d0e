import type { OpenDay } from "@/lib/bookings/opening-hours";
import { formatDay, formatTime, type Language } from "@/lib/platform/format";
import { publicWords } from "./public-words";

const clock = (minute: number) =>
  [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** The same at an instant, by the clocks of the house. */
export function openAt(days: OpenDay[], timeZone: string, at: Date, language: Language = "en") {
  const [hour = 0, minute = 0] = formatTime(at.toISOString(), timeZone).split(":").map(Number);
  return openingNow(days, hour * 60 + minute, language);
}

/** `Open until 19:00`, or when it opens again. The first of the days is yesterday: its night may still be on. */
export function openingNow(
  [yesterday, today, ...next]: OpenDay[],
  minute: number,
  language: Language = "en",
): { open: boolean; words: string } {
  const words = publicWords[language];
  const late = yesterday?.windows.find(({ to }) => to - 1_440 > minute);
  const now = today?.windows.find(({ from, to }) => from <= minute && minute < to);
  const until = now?.to ?? (late ? late.to - 1_440 : undefined);
  if (until !== undefined)
    return { open: true, words: until >= 1_440 + minute ? words.openDayNight : words.openUntil(clock(until)) };
  const soon = today?.windows.find(({ from }) => from > minute);
  if (soon) return { open: false, words: words.opensAt(clock(soon.from)) };
  const shut = today?.windows.length === 0;
  const why = today?.reason ? ` (${today.reason})` : "";
  const closed = shut ? `${words.closedToday}${why}` : words.closedNow;
  const day = next.find(({ windows }) => windows.length > 0);
  const opens = day
    ? words.opensOn(formatDay(`${day.date}T12:00:00Z`, "UTC", language), clock(day.windows[0]!.from))
    : "";
  return { open: false, words: `${closed}${opens}` };
}
