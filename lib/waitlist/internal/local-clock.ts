import { localDate } from "@/lib/platform/calendar";
import { formatTime } from "@/lib/platform/format";

/** What the calendar and the clock there show at a minute since the epoch; each is worked out once. */
export function localClock(timeZone: string) {
  const known = new Map<number, { date: string; minute: number }>();
  return (at: number) => {
    const there = known.get(at) ?? read(new Date(at * 60_000), timeZone);
    known.set(at, there);
    return there;
  };
}

function read(at: Date, timeZone: string) {
  const [hour = 0, minute = 0] = formatTime(at.toISOString(), timeZone).split(":").map(Number);
  return { date: localDate(at, timeZone), minute: hour * 60 + minute };
}
