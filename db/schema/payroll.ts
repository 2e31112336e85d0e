import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { services } from "./services";
import { staff } from "./staff";
import { products, sales } from "./till";

/** A part of what a line brought, or so much for each one sold. */
export type RateKind = "percent" | "amount";
/** What a rate is for: one thing, or all that have no rate of their own. */
export type RateAbout = "service" | "product" | "services" | "products";
/** Out of which money somebody was paid: the drawer, or what lies outside the till. */
export type PaidFrom = "cash" | "elsewhere";

/** What people earn with what they do and sell, from a day on. Older days keep the rate that they had. */
export const commissionRates = pgTable(
  "commission_rates",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    /** Null for everybody who has none of their own. */
    staffId: uuid(),
    about: text().$type<RateAbout>().notNull(),
    serviceId: uuid(),
    productId: uuid(),
    kind: text().$type<RateKind>().notNull(),
    /** Hundredths of a percent, or minor units. */
    rate: integer().notNull(),
    fromDay: date({ mode: "string" }).notNull(),
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("commission_rates_sane", sql`rate >= 0 and (kind = 'amount' or rate <= 10000)`),
    check(
      "commission_rates_about",
      sql`(about = 'service') = (service_id is not null) and (about = 'product') = (product_id is not null)`,
    ),
    index("commission_rates_newest").on(t.tenantId, t.fromDay),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
    foreignKey({ columns: [t.tenantId, t.productId], foreignColumns: [products.tenantId, products.id] }),
  ],
);

/** What somebody earned by a line of a sale, or lost of it again. Nothing is ever changed or taken out. */
export const earnings = pgTable(
  "earnings",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    staffId: uuid().notNull(),
    saleId: uuid().notNull(),
    /** While a sale is open its lines are written anew, so the line may be gone. */
    saleLineId: uuid().notNull(),
    kind: text().$type<"commission" | "tip">().notNull(),
    /** What was done or sold, as the line called it. */
    name: text().notNull(),
    /** What it is reckoned from: the line's part of what the house earned, without tax. */
    baseMinor: bigint({ mode: "number" }).notNull(),
    /** The rate that it was reckoned by; none for a tip. */
    rateKind: text().$type<RateKind>(),
    rate: integer(),
    amountMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    at: instant().notNull(),
    /** The day of the business that it counts for. */
    day: date({ mode: "string" }).notNull(),
    /** What it was written for: the same is never written twice. */
    source: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("earnings_something", sql`amount_minor <> 0`),
    check("earnings_rated", sql`(kind = 'tip') = (rate is null) and num_nulls(rate, rate_kind) in (0, 2)`),
    uniqueIndex("earnings_once").on(t.tenantId, t.source),
    index("earnings_by_day").on(t.tenantId, t.day, t.staffId),
    index("earnings_by_sale").on(t.tenantId, t.saleId),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
    foreignKey({ columns: [t.tenantId, t.saleId], foreignColumns: [sales.tenantId, sales.id] }),
  ],
);

/** Paid before it was due, and taken off the next payslip; taken back by a row of its own below nothing. */
export const advances = pgTable(
  "advances",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    staffId: uuid().notNull(),
    amountMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    paidFrom: text().$type<PaidFrom>().notNull(),
    note: text().notNull(),
    day: date({ mode: "string" }).notNull(),
    /** The one that is taken back by it. */
    undoes: uuid(),
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("advances_amount", sql`(amount_minor < 0) = (undoes is not null) and amount_minor <> 0`),
    uniqueIndex("advances_undone").on(t.tenantId, t.undoes),
    index("advances_by_day").on(t.tenantId, t.day, t.staffId),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);

/** Days whose earnings are settled. One follows the other without a gap, so nothing is ever between them. */
export const payrollPeriods = pgTable(
  "payroll_periods",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    fromDay: date({ mode: "string" }).notNull(),
    toDay: date({ mode: "string" }).notNull(),
    closedBy: uuid(),
    closedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("payroll_periods_days", sql`from_day <= to_day`),
    index("payroll_periods_newest").on(t.tenantId, t.toDay),
  ],
);

/** What somebody gets for a period, as it was when it was closed. */
export const payslips = pgTable(
  "payslips",
  {
    tenantId: tenantId(),
    periodId: uuid().notNull(),
    staffId: uuid().notNull(),
    commissionMinor: bigint({ mode: "number" }).notNull(),
    tipsMinor: bigint({ mode: "number" }).notNull(),
    advancesMinor: bigint({ mode: "number" }).notNull(),
    /** Below nothing: what was left to be taken off from the period before, and what goes on into the next. */
    broughtMinor: bigint({ mode: "number" }).notNull(),
    carriedMinor: bigint({ mode: "number" }).notNull(),
    payMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    /** The whole of it as it was reckoned, byte for byte, and its hash. */
    statement: text().notNull(),
    hash: text().notNull(),
    paidFrom: text().$type<PaidFrom>(),
    reference: text().notNull().default(""),
    paidBy: uuid(),
    paidAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.periodId, t.staffId] }),
    check(
      "payslips_add_up",
      sql`brought_minor + commission_minor + tips_minor - advances_minor = pay_minor + carried_minor
        and pay_minor >= 0 and carried_minor <= 0 and brought_minor <= 0 and (pay_minor = 0 or carried_minor = 0)`,
    ),
    check("payslips_paid", sql`num_nulls(paid_from, paid_at) in (0, 2)`),
    foreignKey({ columns: [t.tenantId, t.periodId], foreignColumns: [payrollPeriods.tenantId, payrollPeriods.id] }),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);
