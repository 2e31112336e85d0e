import { z } from "zod";
import { looking } from "@/lib/platform/looked";
import { typedText } from "@/lib/platform/typed-text";

const thisEra = (iso: string) => iso >= "2000" && iso < "2100";
const date = z.iso.date("is not a date (YYYY-MM-DD)").refine(thisEra, "is not a date of this century");

const minute = z.int("lack a time").min(0, "lack a time").max(2_879, "lack a time");
const window = z
  .tuple([minute, minute], "lack a time")
  .refine(([from, to]) => from < 1_440 && from < to && to - from <= 1_440, "end before they begin");

const apart = (windows: readonly (readonly [number, number])[]) => {
  const sorted = [...windows].sort(([a], [b]) => a - b);
  return sorted.every(([from], at) => at === 0 || sorted[at - 1]![1] <= from);
};

/** A date unlike its weekday: open in these windows, or shut. */
export const dayInput = z.object({
  date,
  windows: z.array(window, "is a list").max(6, "are too many stretches").refine(apart, "overlap"),
  reason: typedText(80).default(""),
  ...looking,
});

export const clearDayInput = z.object({ date, ...looking });

/** One public holiday, of the calendar or announced just now. */
export const holidayInput = z.object({ date, open: z.boolean("is yes or no"), ...looking });

/** All of them that nothing else is said about. */
export const holidaysInput = z.object({ closed: z.boolean("is yes or no"), ...looking });
