import { z } from "zod";
import { looking, withoutLook } from "@/lib/platform/looked";
import { typedName, typedText } from "@/lib/platform/typed-text";
import { depositInput } from "./fee-input";
import { faultOfAddons, faultOfSegments, neverOpen } from "./rules";

const segment = z.object({
  kind: z.enum(["work", "gap"], "is work or a gap"),
  minutes: z.int("is not a number of minutes").min(1, "is shorter than a minute").max(1_440, "is longer than a day"),
});
const buffer = z.int("is not a number of minutes").min(0, "is less than nothing").max(480, "is longer than 8 hours");

const seats = z.int("is not a number of people").min(1, "is fewer than one").max(200, "is more than 200");

/** `id` of one that is there already; without it, it is a new one. */
const addon = z.object({
  id: z.uuid("is not an id").toLowerCase().optional(),
  name: typedName(60, "is missing"),
  minutes: z.int("is not a number of minutes").min(0, "is less than nothing").max(480, "is longer than 8 hours"),
  priceMinor: z.int("is not an amount").min(0, "is less than nothing").max(100_000_000_00, "is too much"),
});

const service = {
  name: typedName(80, "is missing"),
  category: typedName(40, "is missing"),
  description: typedText(300),
  segments: z
    .array(segment, "is a list")
    .max(9, "are too many")
    .superRefine((segments, context) => {
      const fault = faultOfSegments(segments);
      if (fault) context.addIssue({ code: "custom", message: fault });
    }),
  priceMinor: z.int("is not an amount").min(0, "is less than nothing").max(100_000_000_00, "is too much"),
  bufferBeforeMinutes: buffer,
  bufferAfterMinutes: buffer,
  addons: z
    .array(addon, "is a list")
    .max(12, "are more than twelve")
    .superRefine((addons, context) => {
      const fault = faultOfAddons(addons);
      if (fault) context.addIssue({ code: "custom", message: fault });
    }),
  /** Customers at the same time: one, but for a class. */
  seats,
  /** Whether they begin together or each at a time of their own. */
  together: z.boolean("is yes or no"),
  /** What is paid before it is promised; nothing when null. */
  deposit: depositInput.nullable(),
  /** As the business says when null. */
  confirm: z.enum(["auto", "desk"], "is automatic or by hand").nullable(),
  stepMinutes: z
    .int("is not a number of minutes")
    .min(5, "is shorter than 5 minutes")
    .max(480, "is longer than 8 hours")
    .nullable(),
  /** How early and how late it may be booked through a channel, where that differs from the house's rule. */
  windows: z
    .array(
      z
        .object({
          channel: z.enum(["public", "api", "desk"], "is not a way to book"),
          noticeMinutes: z
            .int("is not a number of minutes")
            .min(0, "is less than nothing")
            .max(43_200, "is more than 30 days")
            .nullable(),
          horizonDays: z
            .int("is not a number of days")
            .min(0, "is less than nothing")
            .max(366, "is more than a year")
            .nullable(),
        })
        .refine(
          ({ noticeMinutes, horizonDays }) =>
            noticeMinutes === null || horizonDays === null || !neverOpen({ noticeMinutes, horizonDays }),
          {
            path: ["noticeMinutes"],
            error: "is longer than one may book ahead, so nothing could be booked",
          },
        ),
      "is a list",
    )
    .max(3, "name a way twice")
    .refine((windows) => new Set(windows.map(({ channel }) => channel)).size === windows.length, "name a way twice"),
};

/** Unknown keys are dropped, here as everywhere. */
export const addServiceInput = z.object({
  ...service,
  description: service.description.default(""),
  bufferBeforeMinutes: buffer.default(0),
  bufferAfterMinutes: buffer.default(0),
  addons: service.addons.default([]),
  seats: seats.default(1),
  together: service.together.default(true),
  deposit: service.deposit.default(null),
  confirm: service.confirm.default(null),
  stepMinutes: service.stepMinutes.default(null),
  windows: service.windows.default([]),
});
export type AddServiceInput = z.output<typeof addServiceInput>;

export const changeServiceInput = z
  .object({ ...service, active: z.boolean("is yes or no") })
  .partial()
  .extend(looking)
  .refine((given) => Object.keys(withoutLook(given)).length > 0, "names nothing to change");
export type ChangeServiceInput = z.output<typeof changeServiceInput>;

export const archiveServiceInput = z.object(looking);

/** The whole price list in its new order. */
export const arrangeInput = z.object({
  ids: z.array(z.uuid("is not an id").toLowerCase(), "is a list").min(1).max(500),
});
