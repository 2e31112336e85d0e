/** What the browser knows of staff, too: no imports but types. */

/** Colours that tell people apart in the calendar: each carries dark and light text alike on its tint. */
export const staffColours = [
  { value: "#b4456b", label: "Rose" },
  { value: "#a8472f", label: "Brick" },
  { value: "#a06a1f", label: "Ochre" },
  { value: "#6f7a24", label: "Olive" },
  { value: "#3d7f63", label: "Green" },
  { value: "#0f766e", label: "Teal" },
  { value: "#3f6fb5", label: "Blue" },
  { value: "#5b5bb0", label: "Indigo" },
  { value: "#84509c", label: "Plum" },
  { value: "#6b6560", label: "Stone" },
] as const;

/** Monday first; 0 is Sunday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;
export const weekdayWords = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** From and to in minutes of the business's wall clock; beyond 1440 is the next day. */
export type Stretch = { weekday: number; from: number; to: number };

const day = 1_440;
const week = 7 * day;

/** The week as one line of minutes from Sunday 0:00, stretches that touch joined. A Saturday night reaches into Sunday. */
function weekLine(hours: readonly Stretch[]): { from: number; to: number }[] {
  const all = hours
    .flatMap(({ weekday, from, to }) =>
      [-week, 0, week].map((turn) => ({ from: weekday * day + from + turn, to: weekday * day + to + turn })),
    )
    .sort((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const next of all) {
    const last = joined.at(-1);
    if (last && next.from <= last.to) last.to = Math.max(last.to, next.to);
    else joined.push({ ...next });
  }
  return joined;
}

/** Whether work from this minute of a weekday on lies within the hours, for so many minutes. */
export function isWithin(
  hours: readonly Stretch[],
  work: { weekday: number; minute: number; minutes: number },
): boolean {
  const from = work.weekday * day + work.minute;
  return weekLine(hours).some((open) => open.from <= from && from + work.minutes <= open.to);
}

/** The first stretch that begins before an earlier one has ended, or null. */
export function overlapIn(hours: readonly Stretch[]): Stretch | null {
  const sorted = [...hours].sort((a, b) => a.weekday - b.weekday || a.from - b.from);
  const lines = sorted.map((stretch) => ({
    stretch,
    from: stretch.weekday * day + stretch.from,
    to: stretch.weekday * day + stretch.to,
  }));
  const found = lines.find(({ from }, at) => {
    const before = at === 0 ? lines.at(-1) : lines[at - 1];
    if (!before || lines.length === 1) return false;
    return from < (at === 0 ? before.to - week : before.to);
  });
  return found?.stretch ?? null;
}

/** `9:00` → 540; what ends at or before its beginning ends the next day. */
export const minuteOfClock = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
};

/** 540 → `09:00`, also on the next day. */
export const clockOfMinute = (minute: number): string => {
  const within = minute % day;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
};

/** `09:00–13:00, 14:00–18:00` */
export const timesWords = (windows: readonly { from: number; to: number }[]): string =>
  [...windows]
    .sort((one, other) => one.from - other.from)
    .map(({ from, to }) => `${clockOfMinute(from)}–${clockOfMinute(to)}`)
    .join(", ");

/** `Mon 09:00–13:00, 14:00–18:00; Tue …`, one order for one week; nothing for none. */
export function weekWords(hours: readonly Stretch[]): string {
  const timesOn = (day: number) => timesWords(hours.filter(({ weekday }) => weekday === day));
  return weekdayWords.flatMap((word, day) => (timesOn(day) ? `${word.slice(0, 3)} ${timesOn(day)}` : [])).join("; ");
}

/** 4000 basis points → `40`, 1250 → `12.5`. */
export const percentOf = (basisPoints: number): string => String(basisPoints / 100);
