import type { AgainTimes } from "@/lib/bookings/list-again";
import { formatDay, formatDayTime, formatTime } from "@/lib/platform/format";

/** What is offered in so many weeks, in words: the day once where all of it is on one day. */
export const againOffers = (times: AgainTimes, timeZone: string) =>
  times.map(({ weeks, slots }) => {
    const days = new Set(slots.map(({ startsAt }) => formatDay(startsAt, timeZone)));
    const [day] = days.size === 1 ? days : [];
    return {
      weeks,
      title: `In ${weeks === 1 ? "1 week" : `${weeks} weeks`}${day ? `, ${day}` : ""}`,
      choices: slots.map((slot) => ({
        ...slot,
        label: (day ? formatTime : formatDayTime)(slot.startsAt, timeZone),
        whole: formatDayTime(slot.startsAt, timeZone),
      })),
    };
  });
