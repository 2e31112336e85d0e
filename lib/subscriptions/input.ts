import { z } from "zod";
import { asTyped, typedText } from "@/lib/platform/typed-text";

const planId = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9-]{0,30}$/, "is a short name in small letters");
const interval = z.enum(["month", "year"], "is a month or a year");
const phone = typedText(40, "is too long for a phone number").refine((typed) => typed !== "", "is needed");

export const choosePlanInput = z.object({
  planId,
  interval,
  /** What was shown to pay: another price is shown first. */
  expectedMinor: z.int("is a whole number of cents").optional(),
});
export const payInvoiceInput = z.object({
  phone,
  /** What was shown to pay. */
  expectedMinor: z.int("is a whole number of cents").optional(),
});
/** What is to hold: that it ends with its period, or that it goes on. */
export const endsInput = z.object({ ends: z.boolean("is yes or no") });
export const forgetPayerInput = z.object({ payerPhone: z.null("is null: then nobody is asked") });
export const changeSubscriptionInput = z.union([endsInput, forgetPayerInput], "ends it or not, or forgets who pays");

const price = z
  .int("is a whole number of cents")
  .min(100, "is at least one shilling")
  .max(100_000_000, "is more than a plan may cost")
  .refine((minor) => minor % 100 === 0, "is in whole shillings");
const limit = (least: number) =>
  z.int("is a whole number").min(least, `is at least ${least}`).max(1_000_000, "is too many").nullable();

export const planFacts = z.object({
  name: typedText(40).refine((typed) => typed !== "", "is needed"),
  about: typedText(200),
  monthlyMinor: price,
  yearlyMinor: price,
  members: limit(1),
  activeCustomers: limit(1),
  messages: limit(0),
  offered: z.boolean("is yes or no"),
  tried: z.boolean("is yes or no"),
});
export const planInput = planFacts.extend({ id: planId });

const note = typedText(200).refine((typed) => typed.length >= 3, "says in a few words why");
export const giveDaysInput = z.object({
  days: z.int("is a whole number of days").min(1, "is at least one day").max(366, "is at most a year"),
  note,
});
export const settleByHandInput = z.object({
  invoiceId: z.uuid("is not an id").toLowerCase(),
  note,
});
/** What the platform does to one business's subscription. */
export const helpInput = z.union([giveDaysInput, settleByHandInput], "gives days, or settles an invoice");
export const subscriptionsQuery = z.object({
  status: z.enum(["trialing", "active", "past_due", "cancelled", "none"], "is no status").optional(),
  cursor: z.uuid("is not an id").optional(),
});
/** What was found about the platform's money: of a payment with its doubt, or of an M-Pesa code that is for nothing known. */
export const soundInput = z.object({
  paymentId: z.uuid("is not an id").toLowerCase().nullable(),
  doubt: asTyped(60).nullable(),
  receipt: typedText(20).nullable(),
  note,
});
