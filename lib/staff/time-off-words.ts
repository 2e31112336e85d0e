/** What the browser knows of time off, too: no imports but words. */
import { formatDay, formatDayTime, formatTime, type Language } from "@/lib/platform/format";

const dayMs = 86_400_000;

/** `Tue 24 Nov`, `Tue 24 Nov – Thu 26 Nov`, `Tue 24 Nov, 09:00–12:00`: whole days without their clock. */
export function timeOffWords(from: string, to: string, timeZone: string, language: Language = "en"): string {
  const [begins, ends] = [from, to].map((iso) => formatTime(iso, timeZone));
  if (begins === "00:00" && ends === "00:00") {
    const [first, last] = [
      formatDay(from, timeZone, language),
      formatDay(new Date(Date.parse(to) - dayMs / 24).toISOString(), timeZone, language),
    ];
    return first === last ? first : `${first} – ${last}`;
  }
  if (formatDay(from, timeZone, language) === formatDay(to, timeZone, language))
    return `${formatDayTime(from, timeZone, language)}–${ends}`;
  return `${formatDayTime(from, timeZone, language)} – ${formatDayTime(to, timeZone, language)}`;
}
