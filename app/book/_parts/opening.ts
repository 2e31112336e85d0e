import type { OpenDay } from "@/lib/bookings/opening-hours";
import { formatDay } from "@/lib/platform/format";

const clock = (minute: number) =>
  [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** `Open until 19:00`, or when it opens again. The first of the days is yesterday: its night may still be on. */
export function openingNow([yesterday, today, ...next]: OpenDay[], minute: number): { open: boolean; words: string } {
  const late = yesterday?.windows.find(({ to }) => to - 1_440 > minute);
  const now = today?.windows.find(({ from, to }) => from <= minute && minute < to);
  const until = now?.to ?? (late ? late.to - 1_440 : undefined);
  if (until !== undefined)
    return { open: true, words: until >= 1_440 + minute ? "Open day and night" : `Open until ${clock(until)}` };
  const soon = today?.windows.find(({ from }) => from > minute);
  if (soon) return { open: false, words: `Closed now, opens at ${clock(soon.from)}` };
  const shut = today?.windows.length === 0;
  const why = today?.reason ? ` (${today.reason})` : "";
  const closed = shut ? `Closed today${why}` : "Closed now";
  const day = next.find(({ windows }) => windows.length > 0);
  const opens = day ? `, opens ${formatDay(`${day.date}T12:00:00Z`, "UTC")} at ${clock(day.windows[0]!.from)}` : "";
  return { open: false, words: `${closed}${opens}` };
}
