import { z } from "zod";
import { readPhone } from "@/lib/platform/phone";
import { typedName, typedText } from "@/lib/platform/typed-text";
import { areaNames } from "./areas";
import { earliestReminder, mostReminders, soonestReminder, switches } from "./rules";

export const notificationFilters = z.object({
  area: z.enum(areaNames, "is no area").optional(),
  /** Only what has not been read. */
  unread: z.literal("yes", "is yes or nothing").optional(),
});
export type NotificationFilters = z.output<typeof notificationFilters>;

/** These, all of an area, or all. */
export const markReadInput = z.union([
  z.literal("all"),
  z.array(z.uuid()).min(1).max(100),
  z.object({ area: z.enum(areaNames) }),
]);
export type MarkRead = z.output<typeof markReadInput>;

export const notificationQuery = notificationFilters.extend({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.uuid("is not a cursor").optional(),
});

const minuteOfDay = z.number().int().min(0, "is no time of day").max(1439, "is no time of day");

export const messageSettingsInput = z.object({
  fromName: z.union([z.literal(""), typedName(60, "is needed")]),
  replyTo: z.union([z.literal(""), typedText(200).pipe(z.email("is not an e-mail address"))]),
  quietFrom: minuteOfDay,
  quietUntil: minuteOfDay,
  remindBefore: z
    .array(
      z
        .number()
        .int()
        .min(soonestReminder, `is less than ${soonestReminder} minutes before`)
        .max(earliestReminder, "is more than two weeks before"),
    )
    .max(mostReminders, `may be ${mostReminders} at most`),
  off: z.array(z.enum(Object.keys(switches) as [keyof typeof switches])).max(Object.keys(switches).length),
});

export const testMessageInput = z.discriminatedUnion("channel", [
  z.object({
    channel: z.literal("sms"),
    to: z.string().transform((typed, context) => {
      const phone = readPhone(typed);
      if (!phone)
        context.addIssue({ code: "custom", message: "is not a number we can reach: write it like 0712 345 678" });
      return phone ?? "";
    }),
  }),
  z.object({ channel: z.literal("email"), to: typedText(200).pipe(z.email("is not an e-mail address")) }),
]);
export type TestMessageInput = z.output<typeof testMessageInput>;

export const messageFilters = z.object({
  channel: z.preprocess((value) => value || undefined, z.enum(["sms", "email"]).optional()),
  state: z.preprocess((value) => value || undefined, z.enum(["waiting", "sent", "failed"]).optional()),
  text: z.preprocess((value) => value || undefined, typedText(80).optional()),
});
export type MessageFilters = z.output<typeof messageFilters>;

export const messageQuery = messageFilters.extend({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.preprocess((value) => value || undefined, z.uuid("is not a cursor").optional()),
});
export type MessageQuery = z.output<typeof messageQuery>;

/** As `PushSubscription.toJSON()` has it. */
export const browserInput = z.object({
  endpoint: z.url("is not an address").max(1_000),
  p256dh: z.string().regex(/^[\w-]{86,90}$/, "is not a key"),
  auth: z.string().regex(/^[\w-]{20,30}$/, "is not a key"),
});

/** With `renew` only one that was turned on before: whoever looks at the page has asked for nothing. */
export const tellHereInput = browserInput.extend({ renew: z.boolean("is yes or no").default(false) });
export const browserGoneInput = z.object({ endpoint: z.url("is not an address").max(1_000) });
