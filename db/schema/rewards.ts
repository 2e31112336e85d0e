import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";
import { services } from "./services";
import { products, sales } from "./till";

export type RewardKind = "discount" | "free_service" | "gift" | "cashback";
export type VoucherStatus = "pending" | "redeemed" | "expired" | "cancelled";
/** Turned in for points or visits, or given by the house: by hand, on a birthday, in a campaign, to who is missed. */
export type VoucherOrigin = "claimed" | "given" | "birthday" | "campaign" | "miss_you";
/** `move`: to or from a customer who is the same person. */
export type PointsKind = "earn" | "redeem" | "reverse" | "expire" | "adjust" | "referral" | "move";

/** What a customer can have for points or visits; for neither, only the house gives it. */
export const rewards = pgTable(
  "rewards",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    name: text().notNull(),
    description: text().notNull().default(""),
    kind: text().$type<RewardKind>().notNull(),
    /** Of a discount: the one or the other. Of cashback: the amount. */
    percent: smallint(),
    amountMinor: bigint({ mode: "number" }),
    currency: text().notNull(),
    pointsRequired: integer(),
    visitsRequired: smallint(),
    /** Which services it is for; all of them when none is named. */
    serviceIds: uuid().array().notNull().default(sql`'{}'`),
    /** Of a gift: what is taken off the shelf for it. */
    productId: uuid(),
    /** The last day on which it can be had. */
    lastDay: date({ mode: "string" }),
    /** So many can still be had; null where nobody counts. */
    stock: integer(),
    /** So long its code can be used. */
    validDays: smallint().notNull().default(90),
    active: boolean().notNull().default(true),
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check(
      "rewards_worth",
      sql`case kind when 'discount' then num_nonnulls(percent, amount_minor) = 1
        when 'cashback' then percent is null and amount_minor is not null
        when 'free_service' then num_nonnulls(percent, amount_minor) = 0
        when 'gift' then num_nonnulls(percent, amount_minor) = 0 else false end`,
    ),
    check("rewards_sane", sql`percent between 1 and 100 and amount_minor > 0 and valid_days between 1 and 730`),
    check("rewards_cost", sql`points_required > 0 and visits_required > 0`),
    check("rewards_stock", sql`stock >= 0`),
    check("rewards_product", sql`product_id is null or kind = 'gift'`),
    foreignKey({ columns: [t.tenantId, t.productId], foreignColumns: [products.tenantId, products.id] }),
  ],
);

/** One customer's code for a reward, used once. What it is worth stays what it was when it was made. */
export const vouchers = pgTable(
  "vouchers",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    rewardId: uuid().notNull(),
    customerId: uuid().notNull(),
    code: text().notNull(),
    status: text().$type<VoucherStatus>().notNull(),
    origin: text().$type<VoucherOrigin>().notNull(),
    name: text().notNull(),
    kind: text().$type<RewardKind>().notNull(),
    percent: smallint(),
    amountMinor: bigint({ mode: "number" }),
    serviceIds: uuid().array().notNull().default(sql`'{}'`),
    productId: uuid(),
    /** What was taken for it, and comes back when it is cancelled. */
    points: integer().notNull().default(0),
    visits: smallint().notNull().default(0),
    /** Why the house gave it. */
    reason: text().notNull().default(""),
    /** Said twice it is given once. */
    cause: text(),
    expiresAt: instant().notNull(),
    saleId: uuid(),
    /** What it took off that sale. */
    offMinor: bigint({ mode: "number" }).notNull().default(0),
    redeemedAt: instant(),
    endedAt: instant(),
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("vouchers_status_known", sql`status in ('pending', 'redeemed', 'expired', 'cancelled')`),
    check("vouchers_redeemed", sql`(status = 'redeemed') = (sale_id is not null and redeemed_at is not null)`),
    check("vouchers_cost", sql`points >= 0 and visits >= 0 and off_minor >= 0`),
    uniqueIndex("vouchers_code").on(t.tenantId, t.code),
    uniqueIndex("vouchers_cause").on(t.tenantId, t.cause).where(sql`cause is not null`),
    // A sale takes one.
    uniqueIndex("vouchers_of_sale").on(t.tenantId, t.saleId).where(sql`sale_id is not null`),
    index("vouchers_by_customer").on(t.tenantId, t.customerId, t.createdAt),
    index("vouchers_newest").on(t.tenantId, t.createdAt, t.id),
    index("vouchers_by_reward").on(t.tenantId, t.rewardId),
    foreignKey({ columns: [t.tenantId, t.rewardId], foreignColumns: [rewards.tenantId, rewards.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.saleId], foreignColumns: [sales.tenantId, sales.id] }),
    foreignKey({ columns: [t.tenantId, t.productId], foreignColumns: [products.tenantId, products.id] }),
  ],
);

/** Points and paid visits as they came and went: rows are only added, and their sum is what a customer has. */
export const pointsEntries = pgTable(
  "points_entries",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    customerId: uuid().notNull(),
    kind: text().$type<PointsKind>().notNull(),
    points: integer().notNull().default(0),
    visits: smallint().notNull().default(0),
    /** What it is written for: the same again is refused. */
    source: text().notNull(),
    saleId: uuid(),
    voucherId: uuid(),
    /** What of the sale it was earned by. */
    baseMinor: bigint({ mode: "number" }),
    /** From when on what is left of it is gone. */
    expiresAt: instant(),
    /** Why somebody wrote it by hand. */
    reason: text().notNull().default(""),
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("points_entries_something", sql`points <> 0 or visits <> 0`),
    uniqueIndex("points_entries_once").on(t.tenantId, t.source),
    index("points_entries_by_customer").on(t.tenantId, t.customerId, t.createdAt, t.id),
    index("points_entries_by_sale").on(t.tenantId, t.saleId).where(sql`sale_id is not null`),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.saleId], foreignColumns: [sales.tenantId, sales.id] }),
    foreignKey({ columns: [t.tenantId, t.voucherId], foreignColumns: [vouchers.tenantId, vouchers.id] }),
  ],
);

/** The sum of somebody's entries, kept by a trigger, and the row on which whoever takes points waits for one another. */
export const pointsBalances = pgTable(
  "points_balances",
  {
    tenantId: tenantId(),
    customerId: uuid().notNull(),
    points: integer().notNull().default(0),
    visits: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.customerId] }),
    check("points_balances_not_below", sql`points >= 0 and visits >= 0`),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

/** How a house rewards. A house without a row does as the defaults say. */
export const rewardRules = pgTable(
  "reward_rules",
  {
    tenantId: tenantId(),
    active: boolean().notNull().default(true),
    /** So much paid is one point. */
    minorPerPoint: bigint({ mode: "number" }).notNull().default(100_00),
    /** Points last so many days; null: for ever. */
    expiresAfterDays: smallint(),
    /** For each side, after the first paid visit; nought: none. */
    referralPoints: smallint().notNull().default(50),
    /** Given on a customer's birthday. */
    birthdayRewardId: uuid(),
    /** The day that is looked at next. */
    birthdayNext: date({ mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId] }),
    check(
      "reward_rules_sane",
      sql`minor_per_point > 0 and expires_after_days between 1 and 3650 and referral_points between 0 and 10000`,
    ),
    foreignKey({ columns: [t.tenantId, t.birthdayRewardId], foreignColumns: [rewards.tenantId, rewards.id] }),
  ],
);

/** A service with a rate of its own; null: it earns nothing. */
export const pointsRates = pgTable(
  "points_rates",
  { tenantId: tenantId(), serviceId: uuid().notNull(), minorPerPoint: bigint({ mode: "number" }) },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.serviceId] }),
    check("points_rates_sane", sql`minor_per_point > 0`),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
  ],
);

/** What a customer gives to friends; made when they first look for it. */
export const referralCodes = pgTable(
  "referral_codes",
  { tenantId: tenantId(), customerId: uuid().notNull(), code: text().notNull(), createdAt: createdAt() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.customerId] }),
    uniqueIndex("referral_codes_code").on(t.tenantId, t.code),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

/** Who came by whose code: once, and only somebody new. */
export const referrals = pgTable(
  "referrals",
  {
    tenantId: tenantId(),
    /** Who came. */
    customerId: uuid().notNull(),
    referrerId: uuid().notNull(),
    /** The paid sale that made both sides their points; null before. */
    saleId: uuid(),
    points: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.customerId] }),
    check("referrals_of_two", sql`customer_id <> referrer_id`),
    check("referrals_points", sql`points >= 0`),
    index("referrals_by_referrer").on(t.tenantId, t.referrerId),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.referrerId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.saleId], foreignColumns: [sales.tenantId, sales.id] }),
  ],
);
