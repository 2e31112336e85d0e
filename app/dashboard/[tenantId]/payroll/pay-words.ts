import type { Say } from "@/app/_words/say";
import type { PayLine } from "@/lib/payroll/reckon";
import { percentWords, type RateKind, type Sums } from "@/lib/payroll/rules";
import { formatCalendarDate, formatMoney, type Language } from "@/lib/platform/format";

export const dayWords = (day: string, language: Language = "en"): string => formatCalendarDate(day, language);
/** `15 Nov to 30 Nov 2026` */
export function daysWords(say: Say, { from, to }: { from: string; to: string }): string {
  if (from === to) return dayWords(from, say.language);
  const [first, last] = [from, to].map((day) => dayWords(day, say.language).replace(/^\S+ /, ""));
  const begin = from.slice(0, 4) === to.slice(0, 4) ? first!.replace(/ \d{4}$/, "") : first!;
  return say("{from} to {to}", { from: begin, to: last! });
}

/** `40%`, or `KES 50 each`. */
export const rateWords = (say: Say, { kind, rate }: { kind: RateKind; rate: number }, currency: string): string =>
  kind === "percent" ? percentWords(rate) : say("{money} each", { money: formatMoney(rate, currency) });

/** How a line comes to what it is. */
export function reckonedWords(say: Say, line: PayLine, currency: string): string {
  const { kind, rateKind, baseMinor, amountMinor } = line;
  if (kind === "tip") return say("tip");
  if (kind === "advance") return amountMinor < 0 ? say("advance, taken back") : say("advance");
  const rate = rateKind ? rateWords(say, { kind: rateKind, rate: line.rate! }, currency) : "";
  return rateKind === "percent" ? say("{rate} of {money}", { rate, money: formatMoney(baseMinor, currency) }) : rate;
}

/** `Commission KES 8,400 + tips KES 900 − advances KES 2,000` */
export function sumsWords(say: Say, sums: Sums, currency: string): string {
  const money = (minor: number) => formatMoney(minor, currency);
  return [
    say("Commission {money}", { money: money(sums.commissionMinor) }),
    sums.tipsMinor ? `+ ${say("tips {money}", { money: money(sums.tipsMinor) })}` : [],
    sums.advancesMinor ? `− ${say("advances {money}", { money: money(sums.advancesMinor) })}` : [],
    sums.broughtMinor ? `− ${say("{money} from before", { money: money(-sums.broughtMinor) })}` : [],
  ]
    .flat()
    .join(" ");
}
