import { z } from "zod";
import { asked, day, id } from "@/lib/bookings/input";
import { asTyped, typedText } from "@/lib/platform/typed-text";
import { mostMoneyNote } from "./rules";

/** A number of M-Pesa's: of a till, a store or a PayBill. People put spaces where the sticker has them. */
const shortcode = z
  .string()
  .transform((typed) => typed.replaceAll(/\s/g, ""))
  .pipe(z.string().regex(/^\d{5,7}$/, "has five to seven digits"));

/** What is left blank is not said. */
const blank = z
  .string()
  .trim()
  .length(0)
  .transform(() => undefined);

const secret = (least: number, most: number) =>
  z
    .union([
      blank,
      z
        .string()
        .trim()
        .min(least, `has at least ${least} characters`)
        .max(most, `is longer than ${most} characters`)
        .regex(/^[!-~]*$/, "has letters, digits and signs only, and no spaces"),
    ])
    .optional();

export const mpesaNumberInput = z.object({
  kind: z.enum(["till", "paybill"], "is a till or a PayBill"),
  number: shortcode,
  /** Of a till, and only where phones are asked. */
  storeNumber: z.union([blank, shortcode], "has five to seven digits").optional(),
});
export type MpesaNumberInput = z.output<typeof mpesaNumberInput>;

/** What is blank stays as it is kept. */
export const mpesaKeysInput = z.object({
  environment: z.enum(["sandbox", "live"], "is sandbox or live"),
  consumerKey: secret(10, 200),
  consumerSecret: secret(10, 200),
  passkey: secret(10, 200),
  initiatorName: secret(1, 60),
  initiatorPassword: secret(1, 100),
});
export type MpesaKeysInput = z.output<typeof mpesaKeysInput>;

export const simulatorInput = z.object({ kind: z.enum(["till", "paybill"], "is a till or a PayBill") });

const note = typedText(mostMoneyNote);
const neededNote = note.refine((text) => text !== "", "is needed");

export const paymentFilters = z.object({
  status: asked(z.enum(["open", "paid", "failed", "review"], "is none of them")),
  method: asked(z.enum(["prompt", "code", "cash", "card", "other"], "is none of them")),
  only: asked(z.enum(["unverified", "late", "doubtful"], "is none of them")),
  /** A name, a phone number, a receipt or a reference, or a part of it. */
  text: asked(typedText(80)),
  from: asked(day),
  to: asked(day),
});
export type PaymentFilters = z.output<typeof paymentFilters>;

const page = { cursor: asked(id), limit: z.coerce.number().int().min(1).max(100).default(30) };
export const paymentQuery = paymentFilters.extend(page);
export type PaymentQuery = z.output<typeof paymentQuery>;

export const refundQuery = z.object({
  which: z.preprocess((value) => value || "open", z.enum(["open", "done"], "is none of them")),
  ...page,
});
export type RefundQuery = z.output<typeof refundQuery>;

const receipt = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{8,20}$/, "is no code of M-Pesa");

export const matchInput = z.union([z.object({ receipt, bookingId: id }), z.object({ receipt, saleId: id })]);
export type MatchInput = z.output<typeof matchInput>;

export const setAsideInput = z.object({
  receipt,
  /** Null takes it up again. */
  as: z.enum(["not_ours", "refunded_outside", "other"], "is none of them").nullable(),
  note,
});
export type SetAsideInput = z.output<typeof setAsideInput>;

export const seenDoubtInput = z.object({
  paymentId: id,
  /** What was seen: another doubt that has come since stays. */
  doubt: asTyped(60),
  note: neededNote,
});
export type SeenDoubtInput = z.output<typeof seenDoubtInput>;

export const denyInput = z.object({ paymentId: id, note: neededNote });
export type DenyInput = z.output<typeof denyInput>;

export const lookAgainInput = z.object({ paymentId: id });
export const seenDayInput = z.object({ day, note: neededNote });
export type SeenDayInput = z.output<typeof seenDayInput>;

export const payRefundInput = z.object({
  refundId: id,
  method: z.enum(["reversal", "mpesa", "cash", "card", "other"], "is none of them"),
  /** M-Pesa's code of what was sent back by hand. */
  receipt: asked(receipt),
});
