import { addDays, daysBetween, weekdayOf } from "@/lib/platform/calendar";
import { type Days, monthOf, mostDayRows, type Step } from "../rules";

/** As finely as it can be read, unless somebody has said so. */
export const stepOf = (asked: Step | undefined, { from, to }: Days): Step =>
  asked ?? (daysBetween(from, to) < mostDayRows ? "day" : "month");

/** The week begins on Monday. */
const endOf: Record<Step, (day: string) => string> = {
  day: (day) => day,
  week: (day) => addDays(day, (7 - weekdayOf(day)) % 7),
  month: (day) => monthOf(day).to,
};

/** These days in days, weeks or months of the calendar; the first and the last may be a part of theirs. */
export function spansOf({ from, to }: Days, step: Step): Days[] {
  const spans: Days[] = [];
  for (let first = from; first <= to; first = addDays(spans.at(-1)!.to, 1)) {
    const last = endOf[step](first);
    spans.push({ from: first, to: last < to ? last : to });
  }
  return spans;
}
