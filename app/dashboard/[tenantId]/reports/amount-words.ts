import type { Say } from "@/app/_words/say";
import { percentOf } from "@/lib/analytics/customer-rules";
import type { Amount } from "@/lib/analytics/figure-lines";
import { formatMoney } from "@/lib/platform/format";
import { changeWords } from "./period-words";

const none = "–";
const dayMinutes = 1_440;

/** `2,065`: so many of something. */
export const countWords = (many: number): string => many.toLocaleString("en");

/** `45 min`, `9 h`, `13 days`: as long as somebody books ahead. */
export function aheadWords(say: Say, minutes: number): string {
  if (minutes < 60) return say("{minutes} min", { minutes });
  if (minutes < 2 * dayMinutes) return say("{hours} h", { hours: Math.round(minutes / 60) });
  return say("{days} days", { days: Math.round(minutes / dayMinutes) });
}

/** Hours of work: `7 h 30 min`, and whole ones once there are many. */
export function hoursWords(say: Say, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours >= 20) return say("{hours} h", { hours: countWords(Math.round(minutes / 60)) });
  if (hours === 0) return say("{minutes} min", { minutes: rest });
  return rest === 0 ? say("{hours} h", { hours }) : say("{hours} h {minutes} min", { hours, minutes: rest });
}

export function percentWords(part: number, of: number): string {
  const percent = percentOf({ part, of });
  return percent === null ? none : `${percent}%`;
}

const wordsOf: { [K in Amount["kind"]]: (say: Say, value: number, currency: string) => string } = {
  number: (_, value) => countWords(value),
  share: (_, value) => `${value}%`,
  money: (_, value, currency) => formatMoney(value, currency),
  time: aheadWords,
  work: hoursWords,
};

/** The number itself; of a share its percent. */
function numberIn(amount: Amount): number | null {
  switch (amount.kind) {
    case "number":
      return amount.value;
    case "share":
      return percentOf(amount);
    case "money":
      return amount.minor;
    case "time":
    case "work":
      return amount.minutes;
  }
}

export function amountWords(say: Say, amount: Amount, currency: string): string {
  const value = numberIn(amount);
  return value === null ? none : wordsOf[amount.kind](say, value, currency);
}

/** More than ten times as much is no share that anybody reads. */
const mostTimes = 10;

/** How it was in the other days. Of shares it is said how much they were: a percent of percents says nothing. */
export function besideWords(say: Say, amount: Amount, before: Amount, currency: string): string {
  const [value, other] = [numberIn(amount), numberIn(before)];
  if (other === null) return say("nothing before");
  const shown = (one: number) => wordsOf[amount.kind](say, one, currency);
  const tellsShare = value !== null && amount.kind !== "share" && (other === 0 || value / other <= mostTimes);
  return tellsShare ? changeWords(say, value, other, shown) : say("{before} before", { before: shown(other) });
}

/** `2 of 4 who were here in the days before`; of other numbers what they are about. */
export function aboutWords(say: Say, amount: Amount, about: string): string {
  if (amount.kind !== "share") return about;
  const shown = (one: number) => (amount.in === "work" ? hoursWords(say, one) : countWords(one));
  return say("{part} of {whole} {about}", { part: shown(amount.part), whole: shown(amount.of), about });
}
