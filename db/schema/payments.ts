import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bookings } from "./bookings";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";
import { sales } from "./till";

/** How money comes: a prompt on the payer's phone, the code of an M-Pesa message typed in, or over the counter. */
export type PaymentMethod = "prompt" | "code" | "cash" | "card" | "other";

/**
 * Where a payment stands. `unknown`: it may or may not have reached the payer, or come back; never taken for a failure.
 * `paid_late`: the money came when what it was for could no longer be had.
 */
export type PaymentStatus =
  | "created"
  | "submitting"
  | "pending"
  | "unknown"
  | "paid"
  | "paid_late"
  | "declined"
  | "expired"
  | "config_error"
  | "needs_review";

/** What vouches for it: nothing but somebody's word, Safaricom's callback or query, or its list of what came in. */
export type Proof = "word" | "callback" | "query" | "statement";

export const payments = pgTable(
  "payments",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    purpose: text().$type<"deposit" | "sale" | "subscription">().notNull(),
    /** What it is for: a booking's deposit, or a sale. */
    bookingId: uuid(),
    saleId: uuid(),
    /** Paid to the platform: whose invoice it is for. It stands in that business's own rows. */
    invoiceId: uuid(),
    businessId: uuid(),
    customerId: uuid(),
    method: text().$type<PaymentMethod>().notNull(),
    amountMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    status: text().$type<PaymentStatus>().notNull(),
    /** Who is asked to pay; it may be another phone than the customer's. */
    phone: text(),
    /** What the payer reads beside the amount, and the list of what came in tells it by: one for each prompt. */
    reference: text(),
    /** The business number that it goes to, as it was when it was asked for. */
    shortcode: text(),
    merchantRequestId: text(),
    checkoutRequestId: text(),
    /** M-Pesa's own code of a payment that was made. */
    receipt: text(),
    /** Cash that was handed over, of which the rest was given back; and what a card's slip says. */
    tenderedMinor: bigint({ mode: "number" }),
    slip: text(),
    proof: text().$type<Proof>(),
    /** The code that the payer says they have; believed only when M-Pesa says the same. */
    claimed: text(),
    /** Safaricom's code of why not. */
    resultCode: text(),
    /** What a person has to look at, in short. */
    doubt: text(),
    askedAt: instant(),
    settledAt: instant(),
    /** How often it was asked after, and how often the answer was that it is paid. */
    looks: smallint().notNull().default(0),
    saidPaid: smallint().notNull().default(0),
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("payments_amount", sql`amount_minor > 0`),
    check("payments_change", sql`tendered_minor >= amount_minor`),
    check(
      "payments_for_one",
      sql`num_nonnulls(booking_id, sale_id, invoice_id) = 1 and (purpose = 'deposit') = (booking_id is not null)
        and (purpose = 'sale') = (sale_id is not null) and (invoice_id is null) = (business_id is null)`,
    ),
    uniqueIndex("payments_checkout").on(t.tenantId, t.checkoutRequestId),
    uniqueIndex("payments_receipt").on(t.tenantId, t.receipt),
    uniqueIndex("payments_reference").on(t.tenantId, t.reference),
    // Whoever taps twice is asked once.
    uniqueIndex("payments_one_prompt")
      .on(t.tenantId, sql`coalesce(booking_id, sale_id, invoice_id)`)
      .where(sql`method = 'prompt' and status in ('created', 'submitting', 'pending', 'unknown')`),
    index("payments_by_booking").on(t.tenantId, t.bookingId).where(sql`booking_id is not null`),
    index("payments_by_sale").on(t.tenantId, t.saleId).where(sql`sale_id is not null`),
    index("payments_by_invoice").on(t.tenantId, t.invoiceId).where(sql`invoice_id is not null`),
    index("payments_by_customer").on(t.tenantId, t.customerId, t.createdAt).where(sql`customer_id is not null`),
    index("payments_by_phone").on(t.tenantId, t.phone, t.createdAt).where(sql`phone is not null`),
    index("payments_newest").on(t.tenantId, t.createdAt),
    index("payments_claimed").on(t.tenantId, t.claimed).where(sql`claimed is not null`),
    index("payments_doubted").on(t.tenantId, t.createdAt).where(sql`doubt is not null`),
    index("payments_by_word").on(t.tenantId, t.settledAt).where(sql`proof = 'word' and receipt is not null`),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.saleId], foreignColumns: [sales.tenantId, sales.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

/** What was posted to a payment's own address, as it came; the same once only. */
export const paymentCallbacks = pgTable(
  "payment_callbacks",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    paymentId: uuid().notNull(),
    /** Of the body. */
    hash: text().notNull(),
    /** The body, sealed: it names a phone. */
    sealed: text().notNull(),
    /** It came from one of Safaricom's published addresses; otherwise it is asked about before it is believed. */
    listed: boolean().notNull(),
    times: smallint().notNull().default(1),
    readAt: instant(),
    /** What became of it. */
    verdict: text(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("payment_callbacks_once").on(t.tenantId, t.paymentId, t.hash),
    foreignKey({ columns: [t.tenantId, t.paymentId], foreignColumns: [payments.tenantId, payments.id] }),
  ],
);

/** Money that came to the business's till or paybill, as Safaricom tells it; `paymentId`: what it was for, once known. */
export const mpesaReceipts = pgTable(
  "mpesa_receipts",
  {
    tenantId: tenantId(),
    receipt: text().notNull(),
    amountMinor: bigint({ mode: "number" }).notNull(),
    reference: text().notNull().default(""),
    paidAt: instant().notNull(),
    source: text().$type<"callback" | "confirmation" | "pull" | "csv">().notNull(),
    paymentId: uuid(),
    /** Somebody has looked at it and said what it was. */
    settledAs: text(),
    /** When Safaricom's own list, or a statement, had it, and with which amount; a callback alone is no list. */
    listedAt: instant(),
    listedMinor: bigint({ mode: "number" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.receipt] }),
    index("mpesa_receipts_newest").on(t.tenantId, t.paidAt),
    index("mpesa_receipts_unmatched").on(t.tenantId, t.paidAt).where(sql`payment_id is null and settled_as is null`),
    index("mpesa_receipts_by_payment").on(t.tenantId, t.paymentId).where(sql`payment_id is not null`),
    foreignKey({ columns: [t.tenantId, t.paymentId], foreignColumns: [payments.tenantId, payments.id] }),
  ],
);

/** Where a business is paid. Its keys lie sealed in `tenant_secrets`; without keys its number is only shown. */
export const mpesaAccounts = pgTable(
  "mpesa_accounts",
  {
    tenantId: tenantId(),
    kind: text().$type<"till" | "paybill">().notNull(),
    /** The number that customers know: of the till or the paybill. */
    number: text().notNull(),
    /** Of a till: the number of the store that it belongs to. */
    storeNumber: text(),
    /** Null without keys: the codes of what was paid are typed in. */
    environment: text().$type<"sandbox" | "live">(),
    /** What the last test of the keys said; null when it was well. */
    fault: text(),
    testedAt: instant(),
    /** No query before: Safaricom answers few in a minute. */
    nextLookAt: instant(),
    /** Whether Safaricom gives its list of what came in; null before it was asked. */
    pulls: boolean(),
    /** From when and up to when that list has been read without a gap. */
    pulledSince: instant(),
    pulledTo: instant(),
    /** Since when Safaricom has been told where to report what customers pay by typing the number. */
    tellsSince: instant(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.tenantId] })],
);

/** What came in on a day by Safaricom's list, and by our own ledger; where the two differ a person looks. */
export const mpesaDays = pgTable(
  "mpesa_days",
  {
    tenantId: tenantId(),
    day: date({ mode: "string" }).notNull(),
    listedMinor: bigint({ mode: "number" }).notNull(),
    writtenMinor: bigint({ mode: "number" }).notNull(),
    comparedAt: instant().notNull(),
    /** Somebody has looked at this difference and said why it is so. */
    seenMinor: bigint({ mode: "number" }),
    note: text().notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.day] })],
);

/** What is given back. It stands in the queue from the transaction that made it due; a person or a reversal pays it. */
export const refunds = pgTable(
  "refunds",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    paymentId: uuid(),
    bookingId: uuid(),
    saleId: uuid(),
    customerId: uuid(),
    amountMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    /** Why: the house cancelled, the money came too late, something was returned. */
    why: text().$type<"cancelled" | "declined" | "late" | "returned" | "overpaid">().notNull(),
    /** `asked`: somebody at the till wants it, and an owner or a manager has not decided. */
    status: text()
      .$type<
        "asked" | "queued" | "approved" | "submitting" | "submitted" | "done" | "failed" | "withdrawn" | "needs_review"
      >()
      .notNull(),
    method: text().$type<"reversal" | "mpesa" | "cash" | "card" | "other">(),
    /** What was said about it, or Safaricom's code. */
    note: text().notNull().default(""),
    receipt: text(),
    /** Until then what made it due may be taken back. */
    notBefore: instant().notNull(),
    /** Whoever asked may not be who approves. */
    byUserId: uuid(),
    approvedBy: uuid(),
    doneAt: instant(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("refunds_amount", sql`amount_minor > 0`),
    // A cancelled booking's deposit goes back once.
    uniqueIndex("refunds_of_booking")
      .on(t.tenantId, t.bookingId, t.paymentId)
      .where(sql`why in ('cancelled', 'declined', 'late') and status <> 'withdrawn'`),
    index("refunds_newest").on(t.tenantId, t.createdAt),
    index("refunds_open").on(t.tenantId, t.createdAt).where(sql`status not in ('done', 'withdrawn')`),
    index("refunds_by_payment").on(t.tenantId, t.paymentId).where(sql`payment_id is not null`),
    index("refunds_by_booking").on(t.tenantId, t.bookingId).where(sql`booking_id is not null`),
    index("refunds_by_receipt").on(t.tenantId, t.receipt).where(sql`receipt is not null`),
    index("refunds_by_sale").on(t.tenantId, t.saleId).where(sql`sale_id is not null`),
    foreignKey({ columns: [t.tenantId, t.paymentId], foreignColumns: [payments.tenantId, payments.id] }),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.saleId], foreignColumns: [sales.tenantId, sales.id] }),
  ],
);

/** Tokens of Daraja, shared by all processes; sealed. */
export const darajaTokens = pgTable(
  "daraja_tokens",
  {
    tenantId: tenantId(),
    /** A hash of environment and key. */
    account: text().notNull(),
    sealed: text().notNull(),
    expiresAt: instant().notNull(),
    /** Somebody is asking for a new one until then. */
    askedUntil: instant(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.account] })],
);
