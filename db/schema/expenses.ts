import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, createdAt, instant, tenantId } from "./columns";
import type { PaidFrom } from "./payroll";

export type ExpenseCategory =
  | "rent"
  | "electricity"
  | "water"
  | "marketing"
  | "salaries"
  | "supplies"
  | "internet"
  | "maintenance"
  | "other";
export type Every = "week" | "month";

/** What is spent again and again; each time it is due somebody says that it was paid, or that it was not this time. */
export const recurringExpenses = pgTable(
  "recurring_expenses",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    category: text().$type<ExpenseCategory>().notNull(),
    amountMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    description: text().notNull(),
    every: text().$type<Every>().notNull(),
    /** The day that the others are reckoned from. */
    fromDay: date({ mode: "string" }).notNull(),
    /** The next day for which nobody has said anything. */
    nextDay: date({ mode: "string" }).notNull(),
    /** The last day on which it may come; without one it comes until somebody ends it. */
    untilDay: date({ mode: "string" }),
    /** As in the expenses that come of it. */
    forStock: boolean().notNull().default(false),
    endedAt: instant(),
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("recurring_expenses_amount", sql`amount_minor > 0`),
    check("recurring_expenses_days", sql`next_day >= from_day`),
    check("recurring_expenses_until", sql`until_day >= from_day and (ended_at is not null or next_day <= until_day)`),
    index("recurring_expenses_next").on(t.tenantId, t.nextDay).where(sql`ended_at is null`),
  ],
);

/** What the house has spent. Nothing is taken out: what was wrong is void, and its money is written back. */
export const expenses = pgTable(
  "expenses",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    category: text().$type<ExpenseCategory>().notNull(),
    amountMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    description: text().notNull(),
    /** The day of the business for which it counts. */
    day: date({ mode: "string" }).notNull(),
    paidFrom: text().$type<PaidFrom>().notNull(),
    /** Bought to be used or sold later: it costs when that is done, and not twice. */
    forStock: boolean().notNull().default(false),
    recurringId: uuid(),
    /** The day of the recurring one that it is for. */
    dueDay: date({ mode: "string" }),
    byUserId: uuid(),
    createdAt: createdAt(),
    voidedAt: instant(),
    voidReason: text().notNull().default(""),
    voidedBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("expenses_amount", sql`amount_minor > 0`),
    check("expenses_recurring", sql`num_nulls(recurring_id, due_day) in (0, 2)`),
    check("expenses_void", sql`(voided_at is null) = (void_reason = '')`),
    index("expenses_by_day").on(t.tenantId, t.day, t.id),
    uniqueIndex("expenses_once_due").on(t.tenantId, t.recurringId, t.dueDay).where(sql`voided_at is null`),
    foreignKey({
      columns: [t.tenantId, t.recurringId],
      foreignColumns: [recurringExpenses.tenantId, recurringExpenses.id],
    }),
  ],
);

/** The slip that somebody was given for it. */
export const expensePhotos = pgTable(
  "expense_photos",
  {
    tenantId: tenantId(),
    expenseId: uuid().notNull(),
    contentType: text().$type<"image/jpeg" | "image/png" | "image/webp">().notNull(),
    bytes: bytea().notNull(),
    version: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.expenseId] }),
    foreignKey({ columns: [t.tenantId, t.expenseId], foreignColumns: [expenses.tenantId, expenses.id] }),
    check("expense_photos_small", sql`octet_length(bytes) between 1 and 614400`),
  ],
);
