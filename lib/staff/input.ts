import { z } from "zod";
import { looking, withoutLook } from "@/lib/platform/looked";
import { readPhone } from "@/lib/platform/phone";
import { typedName, typedText } from "@/lib/platform/typed-text";
import { overlapIn, weekdayWords } from "./rules";

/** Read as what it is; empty is none. */
const readAs = (read: (typed: string) => string | null | undefined, what: string) =>
  z
    .string(`is not ${what}`)
    .max(200, "is longer than 200 characters")
    .nullable()
    .transform((typed, context) => {
      if (!typed?.trim()) return null;
      const found = read(typed.trim());
      if (found) return found;
      context.addIssue({ code: "custom", message: `is not ${what}` });
      return z.NEVER;
    });

const phone = readAs(readPhone, "a phone number");
const email = readAs((typed) => z.email().safeParse(typed.toLowerCase()).data, "an e-mail address");

const profile = {
  name: typedName(80, "is missing"),
  title: typedText(80),
  bio: typedText(600),
  phone,
  email,
  colour: z
    .string("is a colour")
    .regex(/^#[0-9a-f]{6}$/i, "is a colour as #rrggbb")
    .toLowerCase(),
  commissionBp: z.int("is not a number").min(0, "is less than 0 %").max(10_000, "is more than 100 %"),
};

/** Unknown keys are dropped, here as everywhere. */
export const addStaffInput = z
  .object({ ...profile, title: profile.title.default("") })
  .partial()
  .required({ name: true });
export type AddStaffInput = z.output<typeof addStaffInput>;

export const changeStaffInput = z
  .object({ ...profile, active: z.boolean("is yes or no") })
  .partial()
  .extend(looking)
  .refine((given) => Object.keys(withoutLook(given)).length > 0, "names nothing to change");
export type ChangeStaffInput = z.output<typeof changeStaffInput>;

const stretch = z
  .object({
    weekday: z.int("is a day").min(0, "is a day").max(6, "is a day"),
    from: z.int("lack a time").min(0, "lack a time").max(1_439, "lack a time"),
    to: z.int("lack a time").min(1, "lack a time").max(2_879, "lack a time"),
  })
  .refine(({ from, to }) => from < to && to - from <= 1_440, "end before they begin");

const week = z
  .array(stretch, "is a list")
  .max(42, "are too many stretches")
  .superRefine((hours, context) => {
    const twice = overlapIn(hours);
    if (twice) context.addIssue({ code: "custom", message: `overlap on ${weekdayWords[twice.weekday]}` });
  });

/** A whole week at once; none at all means the business's own hours. */
export const hoursInput = z.object({ hours: week, ...looking });

export const breaksInput = z.object({ breaks: week, ...looking });

const minutes = z
  .int("is not a number of minutes")
  .min(5, "is shorter than 5 minutes")
  .max(1_440, "is longer than a day");
const price = z.int("is not an amount").min(0, "is less than nothing").max(100_000_000_00, "is too much");

/** All that somebody does; a time or price of their own where it differs. */
export const staffServicesInput = z.object({
  services: z
    .array(
      z.object({
        serviceId: z.uuid("is not an id").toLowerCase(),
        durationMinutes: minutes.nullable().default(null),
        priceMinor: price.nullable().default(null),
      }),
      "is a list",
    )
    .max(500, "are too many")
    .refine(
      (services) => new Set(services.map(({ serviceId }) => serviceId)).size === services.length,
      "name one twice",
    ),
  ...looking,
});
export type StaffServicesInput = z.output<typeof staffServicesInput>;
