import type { WaitWindow } from "@/db/schema/waiting";
import { addDays } from "@/lib/platform/calendar";

type Days = { from: string; to: string };

/** These days in parts of a week at most: each is a look of its own, and none takes long. */
export function weeksOf(windows: readonly Pick<WaitWindow, "from" | "to">[]): Days[] {
  const weeks: Days[] = [];
  for (const { from, to } of windows)
    for (let first = from; first <= to; first = addDays(first, 7)) {
      const last = addDays(first, 6);
      weeks.push({ from: first, to: last < to ? last : to });
    }
  return weeks;
}
