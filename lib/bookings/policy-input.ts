import { z } from "zod";
import { depositInput } from "@/lib/services/fee-input";

const minutes = (most: number) =>
  z
    .int("is not a number of minutes")
    .min(0, "is less than nothing")
    .max(most, `is more than ${most / 1_440} days`);
const days = z.int("is not a number of days").min(0, "is less than nothing").max(366, "is more than a year");

/** What a way of booking says that differs; null is as everybody. */
const window = z.object({ noticeMinutes: minutes(43_200).nullable(), horizonDays: days.nullable() }).partial();

const minuteOfDay = z.int("is not a time of day").min(0, "is not a time of day").max(1_440, "is not a time of day");

/** What is paid beforehand besides what the services ask for; what is absent is not asked. */
const deposits = z.object({
  newCustomers: depositInput.optional(),
  afterNoShow: z
    .object({
      fee: depositInput,
      days: z.int("is not a number of days").min(1, "is less than a day").max(730, "is more than two years"),
    })
    .optional(),
  busyTimes: z
    .object({
      fee: depositInput,
      weekdays: z
        .array(z.int().min(0).max(6), "is a list of weekdays")
        .min(1, "choose a day")
        .max(7)
        .refine((days) => new Set(days).size === days.length, "has the same day twice"),
      from: minuteOfDay,
      to: minuteOfDay,
    })
    .refine(({ from, to }) => from < to, { path: ["to"], error: "is not after it begins" })
    .optional(),
  trustedAfter: z.int("is not a number").min(1, "is less than one").max(100, "is more than 100").optional(),
});

/** The rules of the house, one by one or all of them. */
export const policyInput = z
  .object({
    confirm: z.enum(["auto", "desk"], "is automatic or by hand"),
    noticeMinutes: minutes(43_200),
    horizonDays: days.min(1, "is less than a day"),
    stepMinutes: z
      .int("is not a number of minutes")
      .min(5, "is shorter than 5 minutes")
      .max(480, "is longer than 8 hours"),
    buffers: z.enum(["larger", "add"], "is the larger one or both"),
    anyStaff: z.enum(["order", "fairest", "least_gaps", "usual"], "is not a way to choose"),
    gapAware: z.boolean("is yes or no"),
    visitsPerDay: z.int("is not a number").min(1, "is less than one").max(20, "is more than 20").nullable(),
    deposits: deposits.nullable(),
    channels: z.object({ desk: window, api: window, public: window }).partial(),
  })
  .partial()
  .refine((given) => Object.keys(given).length > 0, "names nothing to change");
export type PolicyInput = z.output<typeof policyInput>;

/** The same in an address, as JSON. */
export const policyPreviewQuery = z.object({ rules: z.string("is missing") });
