import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";

/** Where money is, who it is owed to, and what it was earned with. */
export type LedgerAccount =
  // What the house has.
  | "mpesa"
  | "mpesa_by_hand"
  | "cash"
  | "card"
  | "other"
  // Outside the till: a bank account, the owner's own phone.
  | "elsewhere"
  // What customers owe for sales.
  | "customers"
  // What the house owes: deposits of visits to come, money that came and is for nothing, tips, tax.
  | "deposits"
  | "unclaimed"
  | "tips"
  | "vat"
  // What the house owes its staff; tips stand there once it is known whose they are.
  | "staff"
  // What it earned, and what it let off.
  | "services"
  | "products"
  | "fees"
  | "subscriptions"
  | "discounts"
  // What it costs to have earned it.
  | "earnings"
  | "expenses"
  // What the owner put into the drawer or took out, and what was counted more or less than there should be.
  | "drawer"
  | "cash_difference";

/** One thing that happened to money: its entries are as much debit as credit. Nothing is ever changed or taken out. */
export const ledgerTransactions = pgTable(
  "ledger_transactions",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    kind: text().notNull(),
    /** What it was written for, such as `payment <id>`: the same is never written twice. */
    source: text().notNull(),
    at: instant().notNull(),
    /** The day of the business that it counts for. */
    day: date({ mode: "string" }).notNull(),
    paymentId: uuid(),
    saleId: uuid(),
    bookingId: uuid(),
    refundId: uuid(),
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("ledger_transactions_once").on(t.tenantId, t.source),
    index("ledger_transactions_by_day").on(t.tenantId, t.day),
    index("ledger_transactions_by_sale").on(t.tenantId, t.saleId).where(sql`sale_id is not null`),
    index("ledger_transactions_by_payment").on(t.tenantId, t.paymentId).where(sql`payment_id is not null`),
    index("ledger_transactions_by_booking").on(t.tenantId, t.bookingId).where(sql`booking_id is not null`),
  ],
);

export const ledgerEntries = pgTable(
  "ledger_entries",
  {
    tenantId: tenantId(),
    transactionId: uuid().notNull(),
    position: smallint().notNull(),
    account: text().$type<LedgerAccount>().notNull(),
    debitMinor: bigint({ mode: "number" }).notNull(),
    creditMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.transactionId, t.position] }),
    check(
      "ledger_entries_one_side",
      sql`(debit_minor > 0 and credit_minor = 0) or (debit_minor = 0 and credit_minor > 0)`,
    ),
    index("ledger_entries_by_account").on(t.tenantId, t.account),
    foreignKey({
      columns: [t.tenantId, t.transactionId],
      foreignColumns: [ledgerTransactions.tenantId, ledgerTransactions.id],
    }),
  ],
);
