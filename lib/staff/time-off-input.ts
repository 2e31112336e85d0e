import { z } from "zod";
import { looking } from "@/lib/platform/looked";
import { typedText } from "@/lib/platform/typed-text";
import { minuteOfClock } from "./rules";

const thisEra = (iso: string) => iso >= "2000" && iso < "2100";
const date = z.iso.date("is not a date (YYYY-MM-DD)").refine(thisEra, "is not a date of this century");
/** Empty is the whole day. */
const clock = z
  .string("is not a time")
  .nullable()
  .default(null)
  .transform((typed) => (typed === "" ? null : typed))
  .refine((typed) => typed === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), {
    error: "is not a time (HH:MM)",
    abort: true,
  })
  .transform((typed) => (typed === null ? null : minuteOfClock(typed)));

const mostDays = 366;
const daysFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whole days, or from a time on the first to a time on the last; on the business's wall clock. */
export const timeOffInput = z
  .object({
    /** By default whoever asks. */
    staffId: z.uuid("is not an id").toLowerCase().optional(),
    firstDay: date,
    lastDay: date,
    from: clock,
    to: clock,
    reason: typedText(160).default(""),
    ...looking,
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, { path: ["lastDay"], error: "is before the first day" })
  .refine(({ firstDay, lastDay }) => daysFrom(firstDay, lastDay) < mostDays, {
    path: ["lastDay"],
    error: "is more than a year after the first day",
  })
  .refine(({ firstDay, lastDay, from, to }) => firstDay !== lastDay || (from ?? 0) < (to ?? 1_440), {
    path: ["to"],
    error: "is not after the beginning",
  });

export const decideTimeOffInput = z.object({
  to: z.enum(["approved", "declined"], "is approved or declined"),
  /** Told to who asked. */
  answer: typedText(160).default(""),
  ...looking,
});
export type DecideTimeOffInput = z.output<typeof decideTimeOffInput>;

const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((given) => (given === "" ? undefined : given), shape.optional());

export const timeOffQuery = z.object({
  view: z.enum(["coming", "past"], "is not a view").default("coming"),
  staff: optional(z.uuid("is not an id").toLowerCase()),
  cursor: optional(z.uuid("is not a cursor").toLowerCase()),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type TimeOffQuery = z.output<typeof timeOffQuery>;
