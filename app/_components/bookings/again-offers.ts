import type { AgainTimes } from "@/lib/bookings/list-again";
import { formatDay, formatDayTime, formatTime, type Language } from "@/lib/platform/format";

type Said = { language: Language; inWeeks(weeks: number): string };

const inEnglish: Said = { language: "en", inWeeks: (weeks) => `In ${weeks === 1 ? "1 week" : `${weeks} weeks`}` };

/** What is offered in so many weeks, in words: the day once where all of it is on one day. */
export const againOffers = (times: AgainTimes, timeZone: string, { language, inWeeks } = inEnglish) =>
  times.map(({ weeks, slots }) => {
    const days = new Set(slots.map(({ startsAt }) => formatDay(startsAt, timeZone, language)));
    const [day] = days.size === 1 ? days : [];
    return {
      weeks,
      title: `${inWeeks(weeks)}${day ? `, ${day}` : ""}`,
      choices: slots.map((slot) => {
        const whole = formatDayTime(slot.startsAt, timeZone, language);
        return { ...slot, label: day ? formatTime(slot.startsAt, timeZone) : whole, whole };
      }),
    };
  });
