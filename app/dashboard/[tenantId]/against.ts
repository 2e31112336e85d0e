import type { Say } from "@/app/_words/say";
import type { Language } from "@/lib/platform/format";

/** `Tue` of `2026-11-24`. */
export const weekdayName = (date: string, language: Language = "en"): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { weekday: "short", timeZone: "UTC" }).format(
    new Date(`${date}T12:00:00Z`),
  );

/** A number that is whole for the day already: `4 more than last Tue`. */
export function against(say: Say, today: number, then: number, weekday: string): string {
  if (today === then) return say("same as last {weekday}", { weekday });
  const much = Math.abs(today - then);
  return today > then
    ? say("{much} more than last {weekday}", { much, weekday })
    : say("{much} fewer than last {weekday}", { much, weekday });
}

/** A number that still grows, beside last week's whole day: a morning is not told that it is behind. */
export function towards(
  say: Say,
  today: number,
  then: number,
  weekday: string,
  words: (value: number) => string,
): string {
  if (then === 0) return say("none last {weekday}", { weekday });
  if (today > then) return say("{much} more than last {weekday}", { much: words(today - then), weekday });
  return today === then
    ? say("same as last {weekday}", { weekday })
    : say("of {much} last {weekday}", { much: words(then), weekday });
}
