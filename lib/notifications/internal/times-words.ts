import { formatDay, formatDayTime, formatTime, type Language } from "@/lib/platform/format";
import { bookingWords } from "../words/booking";

/** Several starts, as short as an SMS wants them: `at 14:00 on Tue 1 Dec, Tue 15 Dec`. */
export function timesWords(starts: readonly string[], timeZone: string, language: Language): string {
  const say = bookingWords[language];
  const clocks = new Set(starts.map((at) => formatTime(at, timeZone)));
  return clocks.size === 1
    ? say.timesAt([...clocks][0]!, starts.map((at) => formatDay(at, timeZone, language)).join(", "))
    : say.timesOn(starts.map((at) => formatDayTime(at, timeZone, language)).join("; "));
}
