/** What the browser knows of time off, too: no imports but words. */
import { formatDay, formatDayTime, formatTime } from "@/lib/platform/format";

const dayMs = 86_400_000;

/** `Tue 24 Nov`, `Tue 24 Nov – Thu 26 Nov`, `Tue 24 Nov, 09:00–12:00`: whole days without their clock. */
export function timeOffWords(from: string, to: string, timeZone: string): string {
  const [begins, ends] = [from, to].map((iso) => formatTime(iso, timeZone));
  if (begins === "00:00" && ends === "00:00") {
    const [first, last] = [
      formatDay(from, timeZone),
      formatDay(new Date(Date.parse(to) - dayMs / 24).toISOString(), timeZone),
    ];
    return first === last ? first : `${first} – ${last}`;
  }
  if (formatDay(from, timeZone) === formatDay(to, timeZone)) return `${formatDayTime(from, timeZone)}–${ends}`;
  return `${formatDayTime(from, timeZone)} – ${formatDayTime(to, timeZone)}`;
}
