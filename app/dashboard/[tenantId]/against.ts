/** `Tue` of `2026-11-24`. */
export const weekdayName = (date: string): string =>
  new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" }).format(new Date(`${date}T12:00:00Z`));

/** A number that is whole for the day already: `4 more than last Tue`. */
export function against(today: number, then: number, weekday: string): string {
  if (today === then) return `same as last ${weekday}`;
  return `${Math.abs(today - then)} ${today > then ? "more" : "fewer"} than last ${weekday}`;
}

/** A number that still grows, beside last week's whole day: a morning is not told that it is behind. */
export function towards(today: number, then: number, weekday: string, say: (value: number) => string): string {
  if (then === 0) return `none last ${weekday}`;
  if (today > then) return `${say(today - then)} more than last ${weekday}`;
  return today === then ? `same as last ${weekday}` : `of ${say(then)} last ${weekday}`;
}
