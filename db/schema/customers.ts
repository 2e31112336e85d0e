import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, instant, tenantId } from "./columns";
import { accounts } from "./people";

/** How somebody wants to hear of their bookings; codes come whatever it says. */
export type Wishes = { bySms: boolean; byEmail: boolean };

/** A person served by one tenant. */
export const customers = pgTable(
  "customers",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** E.164. Walk-ins and dependants may have none. */
    phone: text(),
    email: text(),
    accountId: uuid().references(() => accounts.id),
    /** Who answers for a dependant. */
    guardianId: uuid(),
    notes: text().notNull().default(""),
    /** What must not come near them: whoever serves them sees it before anything else. */
    allergies: text().notNull().default(""),
    language: text().$type<"en" | "sw">().notNull().default("en"),
    wishes: jsonb().$type<Wishes>().notNull().default({ bySms: true, byEmail: false }),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("customers_phone").on(t.tenantId, t.phone),
    index("customers_newest").on(t.tenantId, t.createdAt),
    index("customers_by_account").on(t.tenantId, t.accountId).where(sql`account_id is not null`),
    foreignKey({ columns: [t.tenantId, t.guardianId], foreignColumns: [t.tenantId, t.id] }),
  ],
);

/** What a customer looks like, for this business alone. Its version names the picture. */
export const customerPhotos = pgTable(
  "customer_photos",
  {
    tenantId: tenantId(),
    customerId: uuid().notNull(),
    contentType: text().$type<"image/jpeg" | "image/png" | "image/webp">().notNull(),
    bytes: bytea().notNull(),
    version: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.customerId] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
    check("customer_photos_small", sql`octet_length(bytes) between 1 and 204800`),
  ],
);
