import type { Say } from "@/app/_words/say";
import { formatDay } from "@/lib/platform/format";

const dayMs = 86_400_000;

/** A list in order of time, under the names of its days: Today, Tomorrow, then the date. */
export function byDay<T extends { startsAt: string }>(say: Say, items: readonly T[], now: string, timeZone: string) {
  const today = formatDay(now, timeZone, say.language);
  const tomorrow = formatDay(new Date(Date.parse(now) + dayMs).toISOString(), timeZone, say.language);
  const days: { name: string; items: T[] }[] = [];
  for (const item of items) {
    const date = formatDay(item.startsAt, timeZone, say.language);
    const name = date === today ? say("Today") : date === tomorrow ? say("Tomorrow") : date;
    const last = days.at(-1);
    if (last?.name === name) last.items.push(item);
    else days.push({ name, items: [item] });
  }
  return days;
}
