import type { PayLine } from "@/lib/payroll/reckon";
import { percentWords, type RateKind, type Sums } from "@/lib/payroll/rules";
import { formatCalendarDate, formatMoney } from "@/lib/platform/format";

export const dayWords = (day: string): string => formatCalendarDate(day);
/** `15 Nov to 30 Nov 2026` */
export function daysWords({ from, to }: { from: string; to: string }): string {
  if (from === to) return dayWords(from);
  const [first, last] = [from, to].map((day) => dayWords(day).replace(/^\S+ /, ""));
  return `${from.slice(0, 4) === to.slice(0, 4) ? first!.replace(/ \d{4}$/, "") : first} to ${last}`;
}

/** `40%`, or `KES 50 each`. */
export const rateWords = ({ kind, rate }: { kind: RateKind; rate: number }, currency: string): string =>
  kind === "percent" ? percentWords(rate) : `${formatMoney(rate, currency)} each`;

/** How a line comes to what it is. */
export function reckonedWords({ kind, rateKind, rate, baseMinor, amountMinor }: PayLine, currency: string): string {
  if (kind === "tip") return "tip";
  if (kind === "advance") return amountMinor < 0 ? "advance, taken back" : "advance";
  const words = rateKind ? rateWords({ kind: rateKind, rate: rate! }, currency) : "";
  return rateKind === "percent" ? `${words} of ${formatMoney(baseMinor, currency)}` : words;
}

/** `Commission KES 8,400 + tips KES 900 − advances KES 2,000` */
export function sumsWords(sums: Sums, currency: string): string {
  const money = (minor: number) => formatMoney(minor, currency);
  return [
    `Commission ${money(sums.commissionMinor)}`,
    sums.tipsMinor ? ` + tips ${money(sums.tipsMinor)}` : "",
    sums.advancesMinor ? ` − advances ${money(sums.advancesMinor)}` : "",
    sums.broughtMinor ? ` − ${money(-sums.broughtMinor)} from before` : "",
  ].join("");
}
