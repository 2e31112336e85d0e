import { z } from "zod";
import { shownAccountAnswer } from "@/lib/payments/answers";
import { answerOf } from "@/lib/platform/wire";
import { roomAnswer } from "@/lib/tenancy/answers";
import type { Offer, SubscriptionAnswer, SubscriptionFacts } from "./get-subscription";
import type { InvoiceItem } from "./internal/list-invoices";
import type { Doubt } from "./list-doubts";
import type { SubscriptionItem, SubscriptionPage } from "./list-subscriptions";
import type { Asked as InvoiceAsked } from "./pay-invoice";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const subscriptionItemAnswer = answerOf<SubscriptionItem>()(
  z.strictObject({
    tenantId: z.string(),
    business: z.string(),
    planName: z.string().nullable(),
    interval: z.enum(["month", "year"]).nullable(),
    status: z.enum(["trialing", "active", "past_due", "cancelled"]).nullable(),
    periodEnd: z.string().nullable(),
    worksUntil: z.string().nullable(),
    owedMinor: z.number(),
    openInvoiceId: z.string().nullable(),
    openNumber: z.number().nullable(),
    currency: z.string(),
  }),
);

export const doubtAnswer = answerOf<Doubt>()(
  z.strictObject({
    paymentId: z.string().nullable(),
    doubt: z.string().nullable(),
    receipt: z.string().nullable(),
    business: z.string().nullable(),
    amountMinor: z.number(),
    currency: z.string(),
    reference: z.string(),
    at: z.string(),
  }),
);

export const subscriptionPageAnswer = answerOf<SubscriptionPage>()(
  z.strictObject({
    items: z.array(subscriptionItemAnswer),
    nextCursor: z.string().nullable(),
    counts: z.strictObject({
      trialing: z.number(),
      active: z.number(),
      past_due: z.number(),
      cancelled: z.number(),
      none: z.number(),
    }),
    monthlyMinor: z.number(),
    doubts: z.array(doubtAnswer),
  }),
);

export const offerAnswer = answerOf<Offer>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    about: z.string(),
    monthlyMinor: z.number(),
    yearlyMinor: z.number(),
    currency: z.string(),
    members: z.number().nullable(),
    activeCustomers: z.number().nullable(),
    messages: z.number().nullable(),
    quotes: z.strictObject({
      month: z.strictObject({
        lines: z.array(z.strictObject({ text: z.string(), amountMinor: z.number() })),
        kind: z.enum(["same", "change", "later", "credit", "renewal"]),
        amountMinor: z.number(),
        creditMinor: z.number(),
      }),
      year: z.strictObject({
        lines: z.array(z.strictObject({ text: z.string(), amountMinor: z.number() })),
        kind: z.enum(["same", "change", "later", "credit", "renewal"]),
        amountMinor: z.number(),
        creditMinor: z.number(),
      }),
    }),
  }),
);

export const invoiceItemAnswer = answerOf<InvoiceItem>()(
  z.strictObject({
    number: z.number(),
    id: z.string(),
    currency: z.string(),
    status: z.enum(["void", "open", "paid"]),
    kind: z.enum(["change", "renewal"]),
    amountMinor: z.number(),
    dueOn: z.string(),
    lines: z.array(z.strictObject({ text: z.string(), amountMinor: z.number() })),
    paidAt: z.string().nullable(),
    paidBy: z.enum(["elsewhere", "mpesa", "credit"]).nullable(),
    receipt: z.string().nullable(),
  }),
);

export const subscriptionFactsAnswer = answerOf<SubscriptionFacts>()(
  z.strictObject({
    status: z.enum(["trialing", "active", "past_due", "cancelled"]),
    planId: z.string(),
    planName: z.string(),
    interval: z.enum(["month", "year"]),
    chosen: z.strictObject({ planId: z.string(), interval: z.enum(["month", "year"]) }),
    dueOn: z.string(),
    lastDay: z.string(),
    cancelsAtEnd: z.boolean(),
    payerPhone: z.string().nullable(),
    creditMinor: z.number(),
    currency: z.string(),
    resting: z.boolean(),
    running: z.boolean(),
    room: roomAnswer,
    offers: z.array(offerAnswer),
    open: z
      .strictObject({
        number: z.number(),
        id: z.string(),
        currency: z.string(),
        status: z.enum(["void", "open", "paid"]),
        kind: z.enum(["change", "renewal"]),
        amountMinor: z.number(),
        dueOn: z.string(),
        lines: z.array(z.strictObject({ text: z.string(), amountMinor: z.number() })),
        paidAt: z.string().nullable(),
        paidBy: z.enum(["elsewhere", "mpesa", "credit"]).nullable(),
        receipt: z.string().nullable(),
        prompt: z
          .enum([
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
          ])
          .nullable(),
      })
      .nullable(),
    invoices: z.array(invoiceItemAnswer),
    account: shownAccountAnswer.nullable(),
  }),
);

export const subscriptionAnswer = answerOf<SubscriptionAnswer>()(
  z.strictObject({ charged: subscriptionFactsAnswer.nullable(), position: z.string() }),
);

export const invoiceAskedAnswer = answerOf<InvoiceAsked>()(z.strictObject({ amountMinor: z.number() }));
