import { formatDay, formatDayTime, formatTime } from "@/lib/platform/format";

/** Several starts, as short as an SMS wants them: `at 14:00 on Tue 1 Dec, Tue 15 Dec`. */
export function timesWords(starts: readonly string[], timeZone: string): string {
  const clocks = new Set(starts.map((at) => formatTime(at, timeZone)));
  return clocks.size === 1
    ? `at ${[...clocks][0]} on ${starts.map((at) => formatDay(at, timeZone)).join(", ")}`
    : `on ${starts.map((at) => formatDayTime(at, timeZone)).join("; ")}`;
}
