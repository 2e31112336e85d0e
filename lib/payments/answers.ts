import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { ShownAccount } from "./get-account";
import type { MpesaSettings } from "./get-mpesa-settings";
import type { PaymentFacts, PaymentStep } from "./get-payment";
import type { PaymentItem } from "./internal/payment-items";
import type { MoneyInbox, OddDay, UnmatchedReceipt } from "./list-inbox";
import type { PaymentPage, PaymentTotals } from "./list-payments";
import type { RefundItem, RefundPage } from "./list-refunds";
import type { CodeAtOdds, StatementReading } from "./read-in-statement";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const paymentItemAnswer = answerOf<PaymentItem>()(
  z.strictObject({
    id: z.string(),
    at: z.string(),
    settledAt: z.string().nullable(),
    amountMinor: z.number(),
    currency: z.string(),
    status: z.enum([
      "unknown",
      "pending",
      "declined",
      "expired",
      "paid",
      "created",
      "submitting",
      "paid_late",
      "config_error",
      "needs_review",
    ]),
    method: z.enum(["code", "other", "cash", "prompt", "card"]),
    proof: z.enum(["query", "word", "callback", "statement"]).nullable(),
    receipt: z.string().nullable(),
    claimed: z.string().nullable(),
    resultCode: z.string().nullable(),
    doubt: z.string().nullable(),
    purpose: z.enum(["deposit", "sale", "subscription"]),
    bookingId: z.string().nullable(),
    bookingReference: z.string().nullable(),
    saleId: z.string().nullable(),
    saleNumber: z.number().nullable(),
    customerName: z.string().nullable(),
    byName: z.string().nullable(),
  }),
);

export const paymentTotalsAnswer = answerOf<PaymentTotals>()(
  z.strictObject({
    payments: z.number(),
    paidMinor: z.number(),
    unverifiedMinor: z.number(),
    withoutDrawer: z.boolean(),
    currency: z.string(),
  }),
);

export const paymentPageAnswer = answerOf<PaymentPage>()(
  z.strictObject({
    items: z.array(paymentItemAnswer),
    totals: paymentTotalsAnswer,
    nextCursor: z.string().nullable(),
    position: z.string(),
  }),
);

export const paymentStepAnswer = answerOf<PaymentStep>()(
  z.union([
    z.strictObject({ kind: z.enum(["sent", "asked", "settled"]), at: z.string() }),
    z.strictObject({
      kind: z.literal("callback"),
      at: z.string(),
      verdict: z.string().nullable(),
      times: z.number(),
      listed: z.boolean(),
    }),
    z.strictObject({ kind: z.literal("listed"), at: z.string(), source: z.string() }),
    z.strictObject({ kind: z.literal("written"), at: z.string(), entry: z.string() }),
    z.strictObject({ kind: z.literal("refund"), at: z.string(), status: z.string(), amountMinor: z.number() }),
    z.strictObject({ kind: z.enum(["looked", "denied"]), at: z.string(), who: z.string().nullable() }),
  ]),
);

export const paymentFactsAnswer = answerOf<PaymentFacts>()(
  paymentItemAnswer.extend({
    phone: z.string().nullable(),
    reference: z.string().nullable(),
    shortcode: z.string().nullable(),
    looks: z.number(),
    askable: z.boolean(),
    steps: z.array(paymentStepAnswer),
    position: z.string(),
  }),
);

export const unmatchedReceiptAnswer = answerOf<UnmatchedReceipt>()(
  z.strictObject({
    receipt: z.string(),
    amountMinor: z.number(),
    reference: z.string(),
    paidAt: z.string(),
    source: z.enum(["callback", "confirmation", "pull", "csv"]),
    matches: z.array(
      z.strictObject({
        bookingId: z.string(),
        reference: z.string(),
        customerName: z.string(),
        startsAt: z.string(),
        status: z.string(),
      }),
    ),
    sales: z.array(
      z.strictObject({
        saleId: z.string(),
        number: z.number(),
        customerName: z.string().nullable(),
        openedAt: z.string(),
      }),
    ),
  }),
);

export const oddDayAnswer = answerOf<OddDay>()(
  z.strictObject({ day: z.string(), listedMinor: z.number(), writtenMinor: z.number() }),
);

export const moneyInboxAnswer = answerOf<MoneyInbox>()(
  z.strictObject({
    payments: z.array(paymentItemAnswer),
    receipts: z.array(unmatchedReceiptAnswer),
    days: z.array(oddDayAnswer),
    counts: z.strictObject({ payments: z.number(), receipts: z.number(), refunds: z.number() }),
    keysLost: z.boolean(),
    currency: z.string(),
    position: z.string(),
  }),
);

export const refundItemAnswer = answerOf<RefundItem>()(
  z.strictObject({
    id: z.string(),
    at: z.string(),
    amountMinor: z.number(),
    currency: z.string(),
    why: z.enum(["cancelled", "declined", "returned", "late", "overpaid"]),
    status: z.enum([
      "approved",
      "failed",
      "queued",
      "done",
      "submitting",
      "needs_review",
      "asked",
      "submitted",
      "withdrawn",
    ]),
    method: z.enum(["other", "cash", "card", "reversal", "mpesa"]).nullable(),
    note: z.string(),
    receipt: z.string().nullable(),
    paidReceipt: z.string().nullable(),
    customerName: z.string().nullable(),
    bookingId: z.string().nullable(),
    bookingReference: z.string().nullable(),
    saleId: z.string().nullable(),
    askedBy: z.string().nullable(),
    own: z.boolean(),
    approvedBy: z.string().nullable(),
    doneAt: z.string().nullable(),
    notBefore: z.string(),
    reversible: z.boolean(),
  }),
);

export const refundPageAnswer = answerOf<RefundPage>()(
  z.strictObject({ items: z.array(refundItemAnswer), nextCursor: z.string().nullable(), position: z.string() }),
);

export const codeAtOddsAnswer = answerOf<CodeAtOdds>()(
  z.strictObject({
    paymentId: z.string(),
    receipt: z.string(),
    typedMinor: z.number(),
    listedMinor: z.number().nullable(),
    customerName: z.string().nullable(),
  }),
);

export const statementReadingAnswer = answerOf<StatementReading>()(
  z.strictObject({
    lines: z.number(),
    others: z.number(),
    period: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
    verified: z.number(),
    settled: z.number(),
    known: z.number(),
    unknown: z.number(),
    differing: z.array(codeAtOddsAnswer),
    missing: z.array(codeAtOddsAnswer),
  }),
);

export const mpesaSettingsAnswer = answerOf<MpesaSettings>()(
  z.strictObject({
    account: z
      .strictObject({ kind: z.enum(["till", "paybill"]), number: z.string(), storeNumber: z.string().nullable() })
      .nullable(),
    environment: z.enum(["sandbox", "live"]).nullable(),
    keys: z.strictObject({ setAt: z.string(), endsIn: z.string().nullable(), initiator: z.boolean() }).nullable(),
    test: z.strictObject({ at: z.string(), fault: z.string().nullable() }).nullable(),
    tellsSince: z.string().nullable(),
    pulls: z.boolean().nullable(),
    callbacks: z.strictObject({ address: z.string(), reachable: z.boolean() }),
    sandboxOnly: z.boolean(),
    simulator: z.boolean(),
    position: z.string(),
  }),
);

export const shownAccountAnswer = answerOf<ShownAccount>()(
  z.strictObject({ kind: z.enum(["till", "paybill"]), number: z.string(), prompts: z.boolean() }),
);
