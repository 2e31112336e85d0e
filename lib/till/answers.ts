import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { ClosedDay, DayStanding } from "./day-standing";
import type { SaleFacts, SaleLine, SalePayment, SaleRefund } from "./get-sale";
import type { AskedRefund, CountedDrawer, OpenDrawer, SaleItem, TillDay } from "./get-till";
import type { TillHistory } from "./list-closes";
import type { SalePage } from "./list-sales";
import type { Product, ProductList } from "./products";
import type { Sellable, Start, StartLine } from "./start-sale";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const productAnswer = answerOf<Product>()(
  z.strictObject({ id: z.string(), name: z.string(), priceMinor: z.number(), active: z.boolean() }),
);

export const productListAnswer = answerOf<ProductList>()(
  z.strictObject({ products: z.array(productAnswer), vatPercent: z.number().nullable(), currency: z.string() }),
);

export const saleLineAnswer = answerOf<SaleLine>()(
  z.strictObject({
    id: z.string(),
    kind: z.enum(["product", "service"]),
    serviceId: z.string().nullable(),
    productId: z.string().nullable(),
    name: z.string(),
    staffId: z.string().nullable(),
    staffName: z.string().nullable(),
    quantity: z.number(),
    unitMinor: z.number(),
    discountMinor: z.number(),
  }),
);

export const salePaymentAnswer = answerOf<SalePayment>()(
  z.strictObject({
    id: z.string(),
    method: z.enum(["code", "deposit", "other", "cash", "prompt", "card"]),
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
    amountMinor: z.number(),
    changeMinor: z.number(),
    detail: z.string().nullable(),
    resultCode: z.string().nullable(),
    at: z.string(),
  }),
);

export const saleRefundAnswer = answerOf<SaleRefund>()(
  z.strictObject({
    id: z.string(),
    amountMinor: z.number(),
    method: z.string(),
    status: z.string(),
    why: z.string(),
    note: z.string(),
    receipt: z.string().nullable(),
    askedBy: z.string().nullable(),
    own: z.boolean(),
    approvedBy: z.string().nullable(),
    at: z.string(),
  }),
);

export const saleFactsAnswer = answerOf<SaleFacts>()(
  z.strictObject({
    id: z.string(),
    number: z.number(),
    status: z.enum(["open", "closed", "voided"]),
    bookingId: z.string().nullable(),
    visitId: z.string().nullable(),
    customer: z
      .strictObject({ id: z.string(), name: z.string(), phone: z.string().nullable(), email: z.string().nullable() })
      .nullable(),
    lines: z.array(saleLineAnswer),
    subtotalMinor: z.number(),
    discountMinor: z.number(),
    discountReason: z.string(),
    voucher: z
      .strictObject({
        code: z.string(),
        name: z.string(),
        kind: z.enum(["discount", "free_service", "gift", "cashback"]),
        offMinor: z.number(),
      })
      .nullable(),
    tipMinor: z.number(),
    vatMinor: z.number(),
    vatPercent: z.number().nullable(),
    totalMinor: z.number(),
    owedMinor: z.number(),
    paidMinor: z.number(),
    dueBackMinor: z.number(),
    refundableMinor: z.number(),
    currency: z.string(),
    revision: z.number(),
    payments: z.array(salePaymentAnswer),
    mpesa: z.strictObject({ kind: z.enum(["till", "paybill"]), number: z.string(), prompts: z.boolean() }).nullable(),
    refunds: z.array(saleRefundAnswer),
    voidReason: z.string(),
    createdAt: z.string(),
    closedAt: z.string().nullable(),
    receiptToken: z.string(),
  }),
);

export const startLineAnswer = answerOf<StartLine>()(
  z.strictObject({
    lineId: z.string(),
    serviceId: z.string(),
    name: z.string(),
    staffId: z.string(),
    staffName: z.string(),
    unitMinor: z.number(),
  }),
);

export const sellableAnswer = answerOf<Sellable>()(
  z.strictObject({ id: z.string(), name: z.string(), priceMinor: z.number() }),
);

export const startAnswer = answerOf<Start>()(
  z.strictObject({
    saleId: z.string().nullable(),
    customer: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    lines: z.array(startLineAnswer),
    depositMinor: z.number(),
    services: z.array(sellableAnswer),
    products: z.array(sellableAnswer),
    staff: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    vatPercent: z.number().nullable(),
    currency: z.string(),
  }),
);

export const saleItemAnswer = answerOf<SaleItem>()(
  z.strictObject({
    id: z.string(),
    number: z.number(),
    status: z.enum(["open", "closed", "voided"]),
    customerName: z.string().nullable(),
    what: z.array(z.string()),
    totalMinor: z.number(),
    owedMinor: z.number(),
    createdAt: z.string(),
  }),
);

export const salePageAnswer = answerOf<SalePage>()(
  z.strictObject({ items: z.array(saleItemAnswer), nextCursor: z.string().nullable(), position: z.string() }),
);

export const openDrawerAnswer = answerOf<OpenDrawer>()(
  z.strictObject({
    id: z.string(),
    floatMinor: z.number(),
    openedAt: z.string(),
    openedBy: z.string().nullable(),
    moves: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(["in", "out"]),
        amountMinor: z.number(),
        reason: z.string(),
        who: z.string().nullable(),
        at: z.string(),
      }),
    ),
  }),
);

export const countedDrawerAnswer = answerOf<CountedDrawer>()(
  z.strictObject({
    id: z.string(),
    countedMinor: z.number(),
    expectedMinor: z.number(),
    note: z.string(),
    countedBy: z.string().nullable(),
    closedAt: z.string(),
  }),
);

export const askedRefundAnswer = answerOf<AskedRefund>()(
  z.strictObject({
    id: z.string(),
    saleId: z.string(),
    number: z.number(),
    amountMinor: z.number(),
    method: z.string(),
    note: z.string(),
    askedBy: z.string().nullable(),
    own: z.boolean(),
  }),
);

export const tillDayAnswer = answerOf<TillDay>()(
  z.strictObject({
    day: z.string(),
    today: z.string(),
    currency: z.string(),
    open: z.array(saleItemAnswer),
    done: z.array(saleItemAnswer),
    more: z.boolean(),
    came: z.strictObject({
      other: z.number(),
      card: z.number(),
      mpesa: z.number(),
      cash: z.number().nullable(),
      unverified: z.number(),
    }),
    drawer: openDrawerAnswer.nullable(),
    counted: z.array(countedDrawerAnswer),
    refunds: z.array(askedRefundAnswer),
    closed: z
      .strictObject({ differenceMinor: z.number(), closedBy: z.string().nullable(), closedAt: z.string() })
      .nullable(),
    unclosed: z.array(z.string()),
    position: z.string(),
  }),
);

export const closedDayAnswer = answerOf<ClosedDay>()(
  z.strictObject({
    expected: z.strictObject({ cash: z.number(), mpesa: z.number(), card: z.number(), other: z.number() }),
    counted: z.strictObject({ cash: z.number(), mpesa: z.number(), card: z.number(), other: z.number() }),
    differenceMinor: z.number(),
    unverifiedMinor: z.number(),
    unverified: z.number(),
    note: z.string(),
    closedBy: z.string().nullable(),
    closedAt: z.string(),
  }),
);

export const dayStandingAnswer = answerOf<DayStanding>()(
  z.strictObject({
    day: z.string(),
    today: z.string(),
    expected: z.strictObject({ cash: z.number(), mpesa: z.number(), card: z.number(), other: z.number() }),
    cashHidden: z.boolean(),
    looseMinor: z.number(),
    unverifiedMinor: z.number(),
    unverified: z.number(),
    drawerDifferenceMinor: z.number().nullable(),
    drawerOpen: z.boolean(),
    openSales: z.number(),
    openMinor: z.number(),
    currency: z.string(),
    closed: closedDayAnswer.nullable(),
  }),
);

export const tillHistoryAnswer = answerOf<TillHistory>()(
  z.strictObject({
    day: z.string(),
    cameMinor: z.number().nullable(),
    sales: z.number(),
    differenceMinor: z.number().nullable(),
  }),
);
