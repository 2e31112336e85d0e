import { z } from "zod";
import { asked, day, id } from "@/lib/bookings/input";
import { typedName, typedText } from "@/lib/platform/typed-text";
import { voucherCode } from "@/lib/vouchers/input";
import { mostLines, mostMinor, mostQuantity, mostSlip, mostTillReason, refundMethods } from "./rules";

const amount = z.int("is not an amount").min(1, "is nothing").max(mostMinor, "is too much");
const amountOrNone = z.int("is not an amount").min(0, "is less than nothing").max(mostMinor, "is too much");
const reason = typedText(mostTillReason).refine((text) => text !== "", "say why");
const note = typedText(mostTillReason).default("");
/** Sent twice with one key it is done once. */
const key = z.string("is not a key").regex(/^[\x21-\x7e]{8,100}$/, "is not 8 to 100 printable characters");

const line = z
  .object({
    /** A line that the sale has already, or one of the visit or booking: it keeps that price. */
    lineId: id.optional(),
    serviceId: id.optional(),
    productId: id.optional(),
    staffId: id.optional(),
    quantity: z.int("is not a number").min(1, "is none").max(mostQuantity, `is more than ${mostQuantity}`).default(1),
  })
  .refine((one) => [one.lineId, one.serviceId, one.productId].filter(Boolean).length === 1, "is not one thing");

const discount = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("percent"),
    percent: z.int("is not a number").min(1, "is none").max(100, "is more than all of it"),
  }),
  z.object({ kind: z.literal("fixed"), amountMinor: amount }),
]);

/** What is sold. */
const sold = {
  lines: z.array(line).min(1, "choose what is sold").max(mostLines, `are more than ${mostLines}`),
  discount: discount.optional(),
  discountReason: note,
  /** Of a voucher that the customer holds. */
  voucher: voucherCode.default(""),
  tipMinor: amountOrNone.default(0),
  /** Also where the shelf says that there is less. */
  belowStock: z.boolean("is neither yes nor no").default(false),
};
const withReason = (wish: { discount?: unknown; discountReason: string }) =>
  !wish.discount || wish.discountReason !== "";
const missing = { path: ["discountReason"], error: "say why" };

export const openSaleInput = z
  .object({
    bookingId: id.optional(),
    visitId: id.optional(),
    customerId: id.optional(),
    ...sold,
    key,
  })
  .refine(withReason, missing);
export type OpenSaleInput = z.output<typeof openSaleInput>;

export const changeSaleInput = z
  .object({ saleId: id, revision: z.int("is not a number").min(0), ...sold, key })
  .refine(withReason, missing);
export type ChangeSaleInput = z.output<typeof changeSaleInput>;

export type SoldWish = Pick<
  OpenSaleInput,
  "lines" | "discount" | "discountReason" | "voucher" | "tipMinor" | "belowStock"
>;

export const takePaymentInput = z
  .object({
    saleId: id,
    method: z.enum(["cash", "card", "other"], "is no way to pay here"),
    amountMinor: amount,
    tenderedMinor: amount.optional(),
    slip: typedText(mostSlip).optional(),
    /** Of the sale as it was seen: something else may be sold by now, for the same sum. */
    revision: z.int("is not a number").min(0).optional(),
    key,
  })
  .refine((wish) => wish.method === "cash" || wish.tenderedMinor === undefined, {
    path: ["tenderedMinor"],
    error: "is for cash only",
  })
  .refine((wish) => wish.tenderedMinor === undefined || wish.tenderedMinor >= wish.amountMinor, {
    path: ["tenderedMinor"],
    error: "is less than the amount",
  });
export type TakePaymentInput = z.output<typeof takePaymentInput>;

/** A phone is asked for whole shillings only. */
export const askSaleInput = z.object({
  saleId: id,
  amountMinor: amount.refine((minor) => minor % 100 === 0, "is not in whole shillings"),
  phone: typedText(40).refine((phone) => phone !== "", "type a phone number"),
});
export const saleCodeInput = z.object({ saleId: id, amountMinor: amount, code: typedText(20) });

export const voidSaleInput = z.object({ saleId: id, reason });

export const askRefundInput = z.object({
  saleId: id,
  amountMinor: amount,
  method: z.enum(refundMethods, "is no way to give back"),
  /** It was taken by mistake, so it is owed again; otherwise something is given back for it. */
  owedAgain: z.boolean("is neither yes nor no").default(false),
  reason,
  key,
});
export type AskRefundInput = z.output<typeof askRefundInput>;

export const decideRefundInput = z.object({ refundId: id });
export const approveRefundInput = decideRefundInput.extend({
  /** Of what was sent by M-Pesa by hand. */
  receipt: typedText(20)
    .transform((code) => code.toUpperCase())
    .optional(),
});
export type ApproveRefundInput = z.output<typeof approveRefundInput>;

export const openDrawerInput = z.object({ floatMinor: amountOrNone, reason: note });
export type OpenDrawerInput = z.output<typeof openDrawerInput>;
export const moveCashInput = z.object({ drawerId: id, kind: z.enum(["in", "out"]), amountMinor: amount, reason, key });
export type MoveCashInput = z.output<typeof moveCashInput>;
export const closeDrawerInput = z.object({ drawerId: id, countedMinor: amountOrNone, note });
export type CloseDrawerInput = z.output<typeof closeDrawerInput>;

/** Below nothing on a day that gave back more than came in. */
const counted = z.int("is not an amount").min(-mostMinor, "is too much").max(mostMinor, "is too much");
const tenders = z.object({ cash: counted, mpesa: counted, card: counted, other: counted });

export const closeDayInput = z.object({
  day,
  /** What was counted; cash only where no drawer was counted with it. */
  counted: tenders,
  /** What the page said there should be: when it is something else by now, it is looked at again. */
  seen: tenders,
  note,
});
export type CloseDayInput = z.output<typeof closeDayInput>;

export const productInput = z.object({
  name: typedName(80, "type a name"),
  priceMinor: amountOrNone,
  active: z.boolean("is neither yes nor no").default(true),
});
export const changeProductInput = productInput.extend({ productId: id });

export const tillSettingsInput = z.object({
  vatPercent: z.int("is not a number").min(1, "is none").max(50, "is more than any tax").nullable(),
});

export const sendReceiptInput = z.object({
  saleId: id,
  channel: z.enum(["sms", "email"]),
  to: typedText(200).default(""),
  key,
});
export type SendReceiptInput = z.output<typeof sendReceiptInput>;

export const dayQuery = z.object({ day: asked(day) });
export const startQuery = z
  .object({ booking: asked(id), visit: asked(id) })
  .refine(({ booking, visit }) => !(booking && visit), "is not one thing");

export const salesQuery = z.object({
  /** A name or a phone number, or a part of it. */
  customer: asked(typedText(80)),
  from: asked(day),
  to: asked(day),
  cursor: asked(
    z.coerce
      .number("is not a cursor")
      .int("is not a cursor")
      .min(1, "is not a cursor")
      .max(2 ** 31 - 1, "is not a cursor"),
  ),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type SalesQuery = z.output<typeof salesQuery>;
