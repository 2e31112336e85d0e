import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";

export type BillingInterval = "month" | "year";
/** `past_due`: something is owed, and its day has come. `cancelled`: nothing more is asked for. */
export type SubscriptionStatus = "trialing" | "active" | "past_due" | "cancelled";

/** What the platform sells. A limit that is absent is none. */
export const plans = pgTable(
  "plans",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    about: text().notNull().default(""),
    monthlyMinor: bigint({ mode: "number" }).notNull(),
    yearlyMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull().default("KES"),
    /** People with a login. */
    members: integer(),
    /** Customers with a phone who are new, booked or bought within thirty days. */
    activeCustomers: integer(),
    /** SMS in a month of the calendar; codes and links to sign in are not counted. */
    messages: integer(),
    /** Whoever has it keeps it when it is no longer offered. */
    offered: boolean().notNull().default(true),
    /** What a new business tries; without such a plan businesses are not charged. */
    tried: boolean().notNull().default(false),
    position: smallint().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    check(
      "plans_price",
      sql`monthly_minor > 0 and yearly_minor > 0 and monthly_minor % 100 = 0 and yearly_minor % 100 = 0`,
    ),
    check("plans_limits", sql`members > 0 and active_customers > 0 and messages >= 0`),
    uniqueIndex("plans_tried").on(t.tried).where(sql`tried`),
  ],
);

/** What a business has, and until when it is paid; days are the business's own. A business without a row is not charged. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    tenantId: tenantId(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    interval: text().$type<BillingInterval>().notNull(),
    /** What begins with the next period, where it is another than the present one; its limits hold once it is paid. */
    nextPlanId: text().references(() => plans.id),
    nextInterval: text().$type<BillingInterval>(),
    status: text().$type<SubscriptionStatus>().notNull(),
    periodStart: date({ mode: "string" }).notNull(),
    /** The first day that is not paid for. */
    periodEnd: date({ mode: "string" }).notNull(),
    /** Days after it that the platform has given: nothing is due before they are over. */
    freeDays: integer().notNull().default(0),
    /** What the present period costs in whole, by the price of when it was paid; nothing while it is tried. */
    priceMinor: bigint({ mode: "number" }).notNull(),
    /** The day that periods are counted from: the 31st stays the 31st after a February. */
    anchorOn: date({ mode: "string" }).notNull(),
    cancelsAtEnd: boolean().notNull().default(false),
    /** Who is asked by M-Pesa when something is due; null: nobody is asked unasked. */
    payerPhone: text(),
    nextNumber: integer().notNull().default(1),
    /** When it is looked at next; a look that was planned for another moment is passed over. */
    nextLookAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId] }),
    check("subscriptions_next", sql`(next_plan_id is null) = (next_interval is null)`),
    check("subscriptions_period", sql`period_start < period_end and price_minor >= 0 and free_days >= 0`),
  ],
);

/** Where a change leads, once it is paid. */
export type InvoiceTarget = {
  planId: string;
  interval: BillingInterval;
  periodStart: string;
  periodEnd: string;
  priceMinor: number;
  anchorOn: string;
};
export type InvoiceLine = { text: string; amountMinor: number };

export const subscriptionInvoices = pgTable(
  "subscription_invoices",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    number: integer().notNull(),
    kind: text().$type<"renewal" | "change">().notNull(),
    status: text().$type<"open" | "paid" | "void">().notNull(),
    dueOn: date({ mode: "string" }).notNull(),
    /** Credit that is used is a line below nothing. */
    lines: jsonb().$type<InvoiceLine[]>().notNull(),
    creditUsedMinor: bigint({ mode: "number" }).notNull().default(0),
    /** What is left to pay. */
    amountMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    target: jsonb().$type<InvoiceTarget>().notNull(),
    /** How often M-Pesa was asked for it without anybody at the screen. */
    asked: smallint().notNull().default(0),
    paidAt: instant(),
    paidBy: text().$type<"mpesa" | "elsewhere" | "credit">(),
    /** M-Pesa's code, or what the platform said about how it was paid. */
    receipt: text(),
    paymentId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("subscription_invoices_number").on(t.tenantId, t.number),
    uniqueIndex("subscription_invoices_open").on(t.tenantId).where(sql`status = 'open'`),
    check("subscription_invoices_amount", sql`amount_minor >= 0 and credit_used_minor >= 0`),
    check("subscription_invoices_paid", sql`(status = 'paid') = (paid_at is not null and paid_by is not null)`),
  ],
);

/** What the platform owes a business, and what of it was used; the credit is the sum. Nothing is ever changed or taken out. */
export const subscriptionCredits = pgTable(
  "subscription_credits",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    amountMinor: bigint({ mode: "number" }).notNull(),
    why: text().$type<"change" | "used" | "paid_twice">().notNull(),
    invoiceId: uuid(),
    /** What it was written for: the same is never written twice. */
    source: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("subscription_credits_once").on(t.tenantId, t.source),
    index("subscription_credits_newest").on(t.tenantId, t.createdAt),
    foreignKey({
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [subscriptionInvoices.tenantId, subscriptionInvoices.id],
    }),
  ],
);
