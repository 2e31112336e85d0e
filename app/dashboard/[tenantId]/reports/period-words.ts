import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import type { Comparison, Period, Preset } from "@/lib/analytics/rules";

export const presetWords: Record<Preset, Phrase> = {
  today: phrase("Today"),
  "7d": phrase("7 days"),
  "30d": phrase("30 days"),
  month: phrase("This month"),
  last_month: phrase("Last month"),
  quarter: phrase("This quarter"),
  year: phrase("This year"),
};

export const comparisonWords: Record<Comparison, Phrase> = {
  before: phrase("The days before"),
  year: phrase("A year ago"),
};

/** A day that is not over is compared with whole ones: whoever reads a share of it is told. */
export const againstWords = (say: Say, { from, to, today }: Period, days: string, against: string): string =>
  from <= today && today <= to
    ? say("{days}, so far today, against the whole of {against}", { days, against })
    : say("{days}, against {against}", { days, against });

/** `+20% (KES 1,000 before)`, and in plain words where there is no share to tell. */
export function changeWords(say: Say, value: number, before: number, shown: (value: number) => string): string {
  const was = { before: shown(before) };
  if (before === value) return say("same as before ({before})", was);
  if (before === 0) return say("nothing before");
  // Beyond ten times a share is no longer read.
  if (before > 0 && value >= 10 * before)
    return say("{times} times as much ({before} before)", { times: Math.round(value / before), ...was });
  const share = Math.round(((value - before) / Math.abs(before)) * 100);
  const change = `${share > 0 ? "+" : share < 0 ? "−" : "±"}${Math.abs(share)}%`;
  return say("{change} ({before} before)", { change, ...was });
}

export const noDays = phrase("Those are no days we can add up: a year at most.");
