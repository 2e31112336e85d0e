import { percentOf } from "@/lib/analytics/customer-rules";
import type { Amount } from "@/lib/analytics/figure-lines";
import { formatMoney } from "@/lib/platform/format";
import { changeWords } from "./period-words";

const none = "–";
const dayMinutes = 1_440;

/** `45 min`, `9 h`, `13 days`: as long as somebody books ahead. */
export function aheadWords(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 2 * dayMinutes) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / dayMinutes)} days`;
}

/** Hours of work: `7 h 30 min`, and whole ones once there are many. */
export function hoursWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours >= 20) return `${Math.round(minutes / 60).toLocaleString("en")} h`;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

export function percentWords(part: number, of: number): string {
  const percent = percentOf({ part, of });
  return percent === null ? none : `${percent}%`;
}

const saying: { [K in Amount["kind"]]: (value: number, currency: string) => string } = {
  number: (value) => value.toLocaleString("en"),
  share: (value) => `${value}%`,
  money: formatMoney,
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

export function amountWords(amount: Amount, currency: string): string {
  const value = numberIn(amount);
  return value === null ? none : saying[amount.kind](value, currency);
}

/** More than ten times as much is no share that anybody reads. */
const mostTimes = 10;

/** How it was in the other days. Of shares it is said how much they were: a percent of percents says nothing. */
export function besideWords(amount: Amount, before: Amount, currency: string): string {
  const [value, other] = [numberIn(amount), numberIn(before)];
  if (other === null) return "nothing before";
  const say = (one: number) => saying[amount.kind](one, currency);
  const tellsShare = value !== null && amount.kind !== "share" && (other === 0 || value / other <= mostTimes);
  return tellsShare ? changeWords(value, other, say) : `${say(other)} before`;
}

/** `2 of 4 who were here in the days before`; of other numbers what they are about. */
export function aboutWords(amount: Amount, about: string): string {
  if (amount.kind !== "share") return about;
  const say = amount.in === "work" ? hoursWords : String;
  return `${say(amount.part)} of ${say(amount.of)} ${about}`;
}
