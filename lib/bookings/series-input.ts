import { z } from "zod";
import { typedText } from "@/lib/platform/typed-text";
import { asked, bookSlotInput, day, deskCustomer, id, key, visitAsked, wholeMinute } from "./input";
import { mostReason, seriesTimes, seriesWeeks, statuses } from "./rules";

const repeat = (number: z.ZodType<number>) => {
  const within = ({ least, most }: { least: number; most: number }) =>
    number.refine((n) => least <= n && n <= most, `is not a whole number from ${least} to ${most}`);
  return { weeks: within(seriesWeeks), times: within(seriesTimes) };
};

/** Another time of its day for a date of a series; without one it is left out. */
const instead = z.object({ date: day, startsAt: wholeMinute.optional() });

/** The same visit every so many weeks, all of it or nothing. */
export const bookSeriesInput = z.object({
  ...bookSlotInput.shape,
  customer: deskCustomer,
  ...repeat(z.int("is not a whole number")),
  instead: z
    .array(instead)
    .max(seriesTimes.most, "has too many dates")
    .refine((all) => new Set(all.map(({ date }) => date)).size === all.length, "has the same date twice")
    .default([]),
  key,
});
export type BookSeriesInput = z.output<typeof bookSeriesInput>;

export const seriesQuery = z.object({
  ...visitAsked,
  /** Who served them last, and what they have that day, may count. */
  customer: asked(id),
  startsAt: wholeMinute,
  ...repeat(z.coerce.number("is not a number").int("is not a whole number")),
});
export type SeriesQuery = z.output<typeof seriesQuery>;

/** This one of a series and those after it, as this one was seen to be. */
export const cancelFollowingInput = z.object({
  id,
  from: z.enum(statuses, "is not a status"),
  /** All that were seen to go with it. */
  following: z.array(id, "is a list").max(seriesTimes.most, "are too many"),
  reason: typedText(mostReason).optional(),
});

/** Steps that were made in one go. */
export const undoTogetherInput = z.object({
  steps: z
    .array(z.object({ id, changeId: id }))
    .min(1, "name none")
    .max(seriesTimes.most, "are too many"),
});
