/** Words for money and time, alike on the server and in the browser. Times are shown in the business's zone, 24 h. */

/** What customers are written to and read in. */
export type Language = "en" | "sw";

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(iso: string, timeZone: string, language: Language = "en"): Record<string, string> {
  const key = `${language} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
      timeZone,
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formats.set(key, format);
  }
  return Object.fromEntries(format.formatToParts(new Date(iso)).map((part) => [part.type, part.value]));
}

/** `KES 1,500`; cents only when there are any. */
export function formatMoney(minor: number, currency: string): string {
  const whole = minor % 100 === 0;
  const amount = new Intl.NumberFormat("en-KE", {
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: whole ? 0 : 2,
  }).format(minor / 100);
  return `${currency} ${amount}`;
}

type Parts = ReturnType<typeof parts>;
const day = (at: Parts) => `${at.weekday} ${at.day} ${at.month}`;
const time = (at: Parts) => `${at.hour}:${at.minute}`;

/** `Tue 24 Nov` */
export const formatDay = (iso: string, timeZone: string, language: Language = "en"): string =>
  day(parts(iso, timeZone, language));

/** `Tue 24 Nov 2026` */
export function formatDate(iso: string, timeZone: string, language: Language = "en"): string {
  const at = parts(iso, timeZone, language);
  return `${day(at)} ${at.year}`;
}

/** The same of a date of the calendar, wherever the reader is. */
export const formatCalendarDate = (date: string, language: Language = "en"): string =>
  formatDate(`${date}T12:00:00Z`, "UTC", language);

/** `14:00` */
export const formatTime = (iso: string, timeZone: string): string => time(parts(iso, timeZone));

/** `Tue 24 Nov, 14:00`; `Jumanne 24 Nov, 14:00` */
export function formatDayTime(iso: string, timeZone: string, language: Language = "en"): string {
  const at = parts(iso, timeZone, language);
  return `${day(at)}, ${time(at)}`;
}

/** `just now`, `3 min ago`, `2 h ago`, `4 days ago` */
export function formatAgo(iso: string, nowIso: string): string {
  const minutes = Math.floor((Date.parse(nowIso) - Date.parse(iso)) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  const days = Math.floor(minutes / (24 * 60));
  return days === 1 ? "yesterday" : `${days} days ago`;
}

/**
 * `1 second`, `40 seconds`, `12 minutes`, `24 hours`; `sekunde 40`: rounded up, so that whoever waits so long has waited long
 * enough.
 */
export function formatWait(seconds: number, language: Language = "en"): string {
  const minutes = Math.ceil(seconds / 60);
  const hours = Math.ceil(minutes / 60);
  if (language === "sw")
    return seconds <= 90 ? `sekunde ${seconds}` : minutes <= 90 ? `dakika ${minutes}` : `masaa ${hours}`;
  if (seconds <= 90) return `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  return minutes <= 90 ? `${minutes} minutes` : `${hours} hours`;
}
