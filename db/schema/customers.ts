import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, createdAt, instant, tenantId } from "./columns";
import { accounts } from "./people";
import { staff } from "./staff";

/** How somebody wants to hear of their bookings; codes come whatever it says. */
export type Wishes = { bySms: boolean; byEmail: boolean };

/** Blocked: may not book by themself. Inactive: has not come for long, or said so. */
export type CustomerStatus = "active" | "inactive" | "vip" | "blocked";
export type ConsentPurpose = "marketing" | "photos";
export type ConsentChannel = "sms" | "email" | "push" | "any";

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
    status: text().$type<CustomerStatus>().notNull().default("active"),
    /** Where they live, as they say it: "Kilimani". */
    location: text().notNull().default(""),
    /** Day and month only, `MM-DD`: a wish for the day needs no year. */
    birthday: text(),
    tags: text().array().notNull().default(sql`'{}'`),
    /** Whom they like to be served by. */
    preferredStaffId: uuid(),
    /** How they like it done: colour formulas, lengths. */
    serviceNotes: text().notNull().default(""),
    notes: text().notNull().default(""),
    /** What must not come near them: whoever serves them sees it before anything else. */
    allergies: text().notNull().default(""),
    language: text().$type<"en" | "sw">().notNull().default("en"),
    wishes: jsonb().$type<Wishes>().notNull().default({ bySms: true, byEmail: false }),
    /** Made up, so that a new business can be tried: nobody is ever written to, and all that is theirs is taken out again. */
    isSample: boolean().notNull().default(false),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("customers_phone").on(t.tenantId, t.phone),
    index("customers_newest").on(t.tenantId, t.createdAt),
    index("customers_by_name").on(t.tenantId, sql`lower(name)`, t.id).where(sql`archived_at is null`),
    index("customers_made_up").on(t.tenantId).where(sql`is_sample`),
    index("customers_by_guardian").on(t.tenantId, t.guardianId).where(sql`guardian_id is not null`),
    index("customers_by_account").on(t.tenantId, t.accountId).where(sql`account_id is not null`),
    foreignKey({ columns: [t.tenantId, t.guardianId], foreignColumns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.preferredStaffId], foreignColumns: [staff.tenantId, staff.id] }),
    check("customers_status_known", sql`status in ('active', 'inactive', 'vip', 'blocked')`),
    check("customers_birthday_month_day", sql`birthday ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'`),
  ],
);

/**
 * What somebody allowed or took back, for one purpose and channel: rows are only added, the newest says what holds.
 * Nothing written means no.
 */
export const consents = pgTable(
  "consents",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    customerId: uuid().notNull(),
    purpose: text().$type<ConsentPurpose>().notNull(),
    channel: text().$type<ConsentChannel>().notNull(),
    granted: boolean().notNull(),
    /** Which version of the words they were shown. */
    wording: text().notNull(),
    source: text().$type<"booking_page" | "portal" | "desk" | "import" | "message">().notNull(),
    /** The member who wrote it down; null when it was the customer. */
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("consents_newest").on(t.tenantId, t.customerId, t.purpose, t.channel, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
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
