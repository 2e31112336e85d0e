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
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { services } from "./services";
import { products, sales } from "./till";
import { visits } from "./visits";

/** What a product is counted in. */
export type StockUnit = "piece" | "ml" | "g";
/** `given`: with a voucher, for nothing; `given_back`: its sale was none after all, or does without it. */
export type StockReason =
  | "received"
  | "used"
  | "sold"
  | "returned"
  | "given"
  | "given_back"
  | "damaged"
  | "adjusted"
  | "counted"
  | "revalued";

/** How much there is of a product that is counted; one row for each. It is the sum of its movements. */
export const stockItems = pgTable(
  "stock_items",
  {
    tenantId: tenantId(),
    productId: uuid().notNull(),
    unit: text().$type<StockUnit>().notNull(),
    /** Whole units. Below nothing only by a movement that says so. */
    onHand: integer().notNull().default(0),
    /** What the units on hand have cost. */
    valueMinor: bigint({ mode: "number" }).notNull().default(0),
    /** So many or fewer are few; nothing is said of a product without one. */
    reorderLevel: integer(),
    /** The last that came in: so much for so many. What is taken below nothing costs as much. */
    lastCostMinor: bigint({ mode: "number" }).notNull().default(0),
    lastUnits: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.productId] }),
    check("stock_items_last", sql`last_units > 0 and last_cost_minor >= 0`),
    check("stock_items_level", sql`reorder_level >= 0`),
    foreignKey({ columns: [t.tenantId, t.productId], foreignColumns: [products.tenantId, products.id] }),
  ],
);

/** How much of what a service uses. */
export const recipeItems = pgTable(
  "recipe_items",
  {
    tenantId: tenantId(),
    serviceId: uuid().notNull(),
    productId: uuid().notNull(),
    quantity: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.serviceId, t.productId] }),
    check("recipe_items_quantity", sql`quantity between 1 and 100000`),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
    foreignKey({ columns: [t.tenantId, t.productId], foreignColumns: [stockItems.tenantId, stockItems.productId] }),
  ],
);

/** Counted by somebody who was not told how much there should be. */
export const stockCounts = pgTable(
  "stock_counts",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    note: text().notNull().default(""),
    startedBy: uuid(),
    startedAt: instant().notNull(),
    finishedBy: uuid(),
    finishedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    // One at a time: two counts of one shelf would be put right twice.
    uniqueIndex("stock_counts_open").on(t.tenantId).where(sql`finished_at is null`),
    index("stock_counts_newest").on(t.tenantId, t.startedAt),
  ],
);

export const stockCountLines = pgTable(
  "stock_count_lines",
  {
    tenantId: tenantId(),
    countId: uuid().notNull(),
    productId: uuid().notNull(),
    counted: integer().notNull(),
    /** How much there should have been at that moment. */
    expected: integer().notNull(),
    countedBy: uuid(),
    countedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.countId, t.productId] }),
    check("stock_count_lines_counted", sql`counted >= 0`),
    foreignKey({ columns: [t.tenantId, t.countId], foreignColumns: [stockCounts.tenantId, stockCounts.id] }),
    foreignKey({ columns: [t.tenantId, t.productId], foreignColumns: [stockItems.tenantId, stockItems.productId] }),
  ],
);

/** What came, went or was found. Nothing is ever changed or taken out. */
export const stockMovements = pgTable(
  "stock_movements",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    productId: uuid().notNull(),
    reason: text().$type<StockReason>().notNull(),
    /** Whole units; below nothing what went. */
    change: integer().notNull(),
    /** What it cost then, with the same sign. */
    costMinor: bigint({ mode: "number" }).notNull(),
    onHandAfter: integer().notNull(),
    /** There was less than was taken. */
    below: boolean().notNull(),
    saleId: uuid(),
    visitId: uuid(),
    visitLineId: uuid(),
    serviceId: uuid(),
    countId: uuid(),
    note: text().notNull().default(""),
    /** What it was written for: the same is never written twice. */
    source: text().notNull(),
    at: instant().notNull(),
    /** The day of the business that it counts for. */
    day: date({ mode: "string" }).notNull(),
    byUserId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("stock_movements_something", sql`(change = 0) = (reason = 'revalued')`),
    check("stock_movements_below", sql`below = (on_hand_after < 0 and change < 0)`),
    uniqueIndex("stock_movements_once").on(t.tenantId, t.source),
    index("stock_movements_of_product").on(t.tenantId, t.productId, t.at),
    index("stock_movements_by_day").on(t.tenantId, t.day),
    index("stock_movements_of_sale").on(t.tenantId, t.saleId).where(sql`sale_id is not null`),
    index("stock_movements_of_visit").on(t.tenantId, t.visitId).where(sql`visit_id is not null`),
    foreignKey({ columns: [t.tenantId, t.productId], foreignColumns: [stockItems.tenantId, stockItems.productId] }),
    foreignKey({ columns: [t.tenantId, t.saleId], foreignColumns: [sales.tenantId, sales.id] }),
    foreignKey({ columns: [t.tenantId, t.visitId], foreignColumns: [visits.tenantId, visits.id] }),
    foreignKey({ columns: [t.tenantId, t.countId], foreignColumns: [stockCounts.tenantId, stockCounts.id] }),
  ],
);
