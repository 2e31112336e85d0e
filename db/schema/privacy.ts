import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";

/** What a business tells its customers of what it does with their data, where it says more than the ready words. */
export const privacyNotices = pgTable(
  "privacy_notices",
  {
    tenantId: tenantId(),
    text: text().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId] }), check("privacy_notices_some", sql`text <> ''`)],
);

/** Rows of each table that went from one customer to another, by their keys. */
export type Moved = Record<string, string[]>;

/** Two customers who were one person: whose rows went to whom, so that it can be taken back. */
export const customerMerges = pgTable(
  "customer_merges",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    keptId: uuid().notNull(),
    goneId: uuid().notNull(),
    /** What both were before, sealed with the key of whoever is kept, and of whoever is not. */
    keptBefore: text().notNull(),
    goneBefore: text().notNull(),
    moved: jsonb().$type<Moved>().notNull(),
    byUserId: uuid(),
    createdAt: createdAt(),
    undoneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("customer_merges_newest").on(t.tenantId, t.createdAt),
    // Whoever is gone went to one person.
    uniqueIndex("customer_merges_standing").on(t.tenantId, t.goneId).where(sql`undone_at is null`),
    index("customer_merges_by_kept").on(t.tenantId, t.keptId),
    check("customer_merges_two", sql`kept_id <> gone_id`),
    foreignKey({ columns: [t.tenantId, t.keptId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.goneId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

/** Two who look like one person and are not, as somebody has said: they are not offered as one again. */
export const customersApart = pgTable(
  "customers_apart",
  {
    tenantId: tenantId(),
    oneId: uuid().notNull(),
    otherId: uuid().notNull(),
    byUserId: uuid(),
    createdAt: createdAt(),
    undoneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.oneId, t.otherId] }),
    check("customers_apart_in_order", sql`one_id < other_id`),
    index("customers_apart_newest").on(t.tenantId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.oneId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.otherId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);
