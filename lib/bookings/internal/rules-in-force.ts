import type { Channel } from "@/db/schema/tenants";
import type { Rules } from "@/lib/availability/visit";
import { addDays, daysBetween, localDate, startOfDay } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { windowInForce } from "@/lib/services/booking-window";
import type { Candidates } from "./candidates";
import type { Habits } from "./customer-habits";
import { type Dates, minuteOf } from "./engine-input";
import type { House } from "./house";

/** Who asks: through which door, and what is known of them. */
type Asker = { channel: Channel; habits: Habits };

/** The business's rules as they stand now, and the last of these local dates that they leave open. */
export function rulesFor(
  house: House,
  wanted: Candidates,
  dates: Dates,
  { channel, habits }: Asker,
  starts: Rules["starts"] = "on_step",
): Rules & { lastDate: string } {
  const { policy, timeZone } = house;
  const at = now();
  const windows = wanted.map(({ service }) => windowInForce(policy, service.windows, channel));
  const horizon = addDays(localDate(at, timeZone), Math.min(...windows.map(({ horizonDays }) => horizonDays)));
  const lastDate = daysBetween(dates.to, horizon) < 0 ? horizon : dates.to;
  const notice = Math.max(...windows.map(({ noticeMinutes }) => noticeMinutes));
  return {
    buffers: policy.buffers,
    step: wanted[0]?.service.step ?? policy.stepMinutes,
    starts,
    notBefore: Math.ceil(minuteOf(at)) + notice,
    until: minuteOf(startOfDay(addDays(horizon, 1), timeZone)),
    anyStaff: policy.anyStaff ?? "order",
    gapAware: policy.gapAware ?? false,
    days: daysIn({ from: dates.from, to: lastDate }, timeZone),
    perDay:
      policy.visitsPerDay === undefined || channel === "desk"
        ? undefined
        : { most: policy.visitsPerDay, taken: habits.visits },
    lastDate,
  };
}

const daysIn = ({ from, to }: Dates, timeZone: string) =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, day) => ({
    from: minuteOf(startOfDay(addDays(from, day), timeZone)),
    to: minuteOf(startOfDay(addDays(from, day + 1), timeZone)),
  }));
