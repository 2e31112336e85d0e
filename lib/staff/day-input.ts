import { z } from "zod";
import { looking } from "@/lib/platform/looked";

const thisEra = (iso: string) => iso >= "2000" && iso < "2100";
export const dayDate = z.iso.date("is not a date (YYYY-MM-DD)").refine(thisEra, "is not a date of this century");

const minute = z.int("lack a time").min(0, "lack a time").max(2_879, "lack a time");
const window = z
  .tuple([minute, minute], "lack a time")
  .refine(([from, to]) => from < 1_440 && from < to && to - from <= 1_440, "end before they begin");

const apart = (windows: readonly (readonly [number, number])[]) => {
  const sorted = [...windows].sort(([a], [b]) => a - b);
  return sorted.every(([from], at) => at === 0 || sorted[at - 1]![1] <= from);
};

/** Stretches of one date. */
export const dayWindows = z.array(window, "is a list").max(6, "are too many stretches").refine(apart, "overlap");

/** A date unlike somebody's week: hours of its own, none at all, or those of every week (null); and breaks besides. */
export const staffDayInput = z.object({
  date: dayDate,
  windows: dayWindows.nullable(),
  breaks: dayWindows.default([]),
  ...looking,
});

export const clearStaffDayInput = z.object({ date: dayDate, ...looking });

/** The same where the address names the date. */
export const staffDayAtInput = staffDayInput.omit({ date: true });
export const clearStaffDayAtInput = clearStaffDayInput.omit({ date: true });
