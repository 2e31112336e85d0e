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
import { bookings } from "./bookings";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";
import { services } from "./services";
import { staff } from "./staff";
import { visits } from "./visits";

export type SaleStatus = "open" | "closed" | "voided";

/** How a business sells: what it has numbered so far, and the tax in its prices. */
export const tills = pgTable(
  "tills",
  {
    tenantId: tenantId(),
    /** The number of the last sale: the next one has the next, and none is left out. */
    lastNumber: integer().notNull().default(0),
    /** Prices hold so many percent of tax; null for a business that charges none. */
    vatPercent: smallint(),
  },
  (t) => [primaryKey({ columns: [t.tenantId] }), check("tills_vat", sql`vat_percent between 1 and 50`)],
);

/** Sold beside services; how many are left is counted elsewhere. */
export const products = pgTable(
  "products",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    name: text().notNull(),
    priceMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    active: boolean().notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), check("products_price", sql`price_minor >= 0`)],
);

/** What is charged for. What it still owes is no column: it is what the ledger says of it. */
export const sales = pgTable(
  "sales",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    number: integer().notNull(),
    status: text().$type<SaleStatus>().notNull(),
    bookingId: uuid(),
    visitId: uuid(),
    /** Null for somebody who walked in without saying who they are. */
    customerId: uuid(),
    /** Its lines as they are priced; then what was let off, and what was given on top. */
    subtotalMinor: bigint({ mode: "number" }).notNull(),
    discountMinor: bigint({ mode: "number" }).notNull().default(0),
    discountReason: text().notNull().default(""),
    tipMinor: bigint({ mode: "number" }).notNull().default(0),
    totalMinor: bigint({ mode: "number" }).notNull(),
    /** Tax that the total holds, and by how many percent. */
    vatMinor: bigint({ mode: "number" }).notNull().default(0),
    vatPercent: smallint(),
    currency: text().notNull(),
    /** One more with each change of what is sold: who has seen an older one changes nothing. */
    revision: integer().notNull().default(0),
    byUserId: uuid(),
    closedAt: instant(),
    voidedAt: instant(),
    voidReason: text().notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check(
      "sales_add_up",
      sql`total_minor = subtotal_minor - discount_minor + tip_minor and discount_minor between 0 and subtotal_minor
        and tip_minor >= 0 and vat_minor >= 0`,
    ),
    check("sales_vat_whole", sql`vat_percent is not null or vat_minor = 0`),
    uniqueIndex("sales_number").on(t.tenantId, t.number),
    // A visit is charged once, however many stand at the till.
    uniqueIndex("sales_of_booking").on(t.tenantId, t.bookingId).where(sql`status <> 'voided'`),
    uniqueIndex("sales_of_visit").on(t.tenantId, t.visitId).where(sql`status <> 'voided'`),
    index("sales_newest").on(t.tenantId, t.createdAt),
    index("sales_open").on(t.tenantId).where(sql`status = 'open'`),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.visitId], foreignColumns: [visits.tenantId, visits.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

/** What is sold, as it was called and priced then. */
export const saleLines = pgTable(
  "sale_lines",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    saleId: uuid().notNull(),
    position: smallint().notNull(),
    serviceId: uuid(),
    productId: uuid(),
    name: text().notNull(),
    /** Who served, or sold it. */
    staffId: uuid(),
    quantity: smallint().notNull(),
    unitMinor: bigint({ mode: "number" }).notNull(),
    /** Its part of what was let off, and of the tip. */
    discountMinor: bigint({ mode: "number" }).notNull().default(0),
    tipMinor: bigint({ mode: "number" }).notNull().default(0),
    /** The line of the visit or booking that its price comes from. */
    ofLineId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("sale_lines_of_one", sql`num_nonnulls(service_id, product_id) = 1`),
    check("sale_lines_sane", sql`quantity between 1 and 99 and unit_minor >= 0`),
    uniqueIndex("sale_lines_in_order").on(t.tenantId, t.saleId, t.position),
    index("sale_lines_by_staff").on(t.tenantId, t.staffId),
    foreignKey({ columns: [t.tenantId, t.saleId], foreignColumns: [sales.tenantId, sales.id] }),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
    foreignKey({ columns: [t.tenantId, t.productId], foreignColumns: [products.tenantId, products.id] }),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);

/** From when the drawer is opened with so much in it until it is counted; one at a time. */
export const drawerSessions = pgTable(
  "drawer_sessions",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    floatMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    openedBy: uuid(),
    openedAt: instant().notNull(),
    /** Counted by somebody who did not know what there should be. */
    countedMinor: bigint({ mode: "number" }),
    expectedMinor: bigint({ mode: "number" }),
    note: text().notNull().default(""),
    closedBy: uuid(),
    closedAt: instant(),
    /** The day of the ledger on which it was counted. */
    day: date({ mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("drawer_sessions_float", sql`float_minor >= 0 and counted_minor >= 0`),
    check("drawer_sessions_whole", sql`num_nulls(counted_minor, expected_minor, closed_at, day) in (0, 4)`),
    uniqueIndex("drawer_sessions_open").on(t.tenantId).where(sql`closed_at is null`),
    index("drawer_sessions_newest").on(t.tenantId, t.openedAt),
  ],
);

/** Put into the drawer or taken out of it for something else than a sale. */
export const drawerMoves = pgTable(
  "drawer_moves",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    sessionId: uuid().notNull(),
    kind: text().$type<"in" | "out">().notNull(),
    amountMinor: bigint({ mode: "number" }).notNull(),
    reason: text().notNull(),
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("drawer_moves_amount", sql`amount_minor > 0`),
    index("drawer_moves_of_session").on(t.tenantId, t.sessionId),
    foreignKey({ columns: [t.tenantId, t.sessionId], foreignColumns: [drawerSessions.tenantId, drawerSessions.id] }),
  ],
);

/** Where money was counted at the end of a day. */
export type Counted = { cash: number; mpesa: number; card: number; other: number };

/** A day that is closed: the ledger takes nothing more for it. */
export const dayCloses = pgTable(
  "day_closes",
  {
    tenantId: tenantId(),
    day: date({ mode: "string" }).notNull(),
    /** What there should be by the ledger, and what was counted. */
    expected: jsonb().$type<Counted>().notNull(),
    counted: jsonb().$type<Counted>().notNull(),
    differenceMinor: bigint({ mode: "number" }).notNull(),
    /** Codes that were typed in and that nothing vouches for: counted apart. */
    unverifiedMinor: bigint({ mode: "number" }).notNull(),
    unverified: integer().notNull(),
    currency: text().notNull(),
    note: text().notNull().default(""),
    closedBy: uuid(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.day] })],
);
