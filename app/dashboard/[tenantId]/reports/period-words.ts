import { phrase } from "@/app/_words/phrase";
import type { Comparison, Period, Preset } from "@/lib/analytics/rules";

export const presetWords: Record<Preset, string> = {
  today: "Today",
  "7d": "7 days",
  "30d": "30 days",
  month: phrase("This month"),
  last_month: phrase("Last month"),
  quarter: phrase("This quarter"),
  year: phrase("This year"),
};

export const comparisonWords: Record<Comparison, string> = {
  before: phrase("The days before"),
  year: phrase("A year ago"),
};

/** A day that is not over is compared with whole ones: whoever reads a share of it is told. */
export const againstWords = ({ from, to, today }: Period, against: string): string =>
  from <= today && today <= to ? `, so far today, against the whole of ${against}` : `, against ${against}`;

/** `+20% (KES 1,000 before)`, and in plain words where there is no share to tell. */
export function changeWords(value: number, before: number, say: (value: number) => string): string {
  if (before === value) return `same as before (${say(before)})`;
  if (before === 0) return "nothing before";
  // Beyond ten times a share is no longer read.
  if (before > 0 && value >= 10 * before) return `${Math.round(value / before)} times as much (${say(before)} before)`;
  const share = Math.round(((value - before) / Math.abs(before)) * 100);
  return `${share > 0 ? "+" : share < 0 ? "−" : "±"}${Math.abs(share)}% (${say(before)} before)`;
}

export const noDays = phrase("Those are no days we can add up: a year at most.");
