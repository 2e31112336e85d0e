import { sql } from "drizzle-orm";
import {
  boolean,
  check,
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
import { customers } from "./customers";
import { visits } from "./visits";

/** A visit that was paid, and whether its customer was asked how it was. */
export const reviewRequests = pgTable(
  "review_requests",
  {
    tenantId: tenantId(),
    visitId: uuid().notNull(),
    customerId: uuid().notNull(),
    createdAt: createdAt(),
    /** Null while it waits for its hour, and for ever where it was dropped. */
    askedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.visitId] }),
    index("review_requests_by_customer").on(t.tenantId, t.customerId, t.askedAt).where(sql`asked_at is not null`),
    foreignKey({ columns: [t.tenantId, t.visitId], foreignColumns: [visits.tenantId, visits.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

/** What a customer says of a visit. Nobody of the house can change it, and none is ever taken out. */
export const reviews = pgTable(
  "reviews",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    visitId: uuid().notNull(),
    customerId: uuid().notNull(),
    rating: smallint().notNull(),
    words: text().notNull().default(""),
    /** For everybody to read, under a first name; otherwise for the house alone. */
    isPublic: boolean().notNull(),
    createdAt: createdAt(),
    changedAt: instant(),
    /** What the house says to it, in public where the review is. */
    answer: text().notNull().default(""),
    answeredAt: instant(),
    answeredBy: uuid(),
    /** Kept from the public for abuse, and why. Its stars count all the same. */
    hiddenAt: instant(),
    hiddenReason: text().notNull().default(""),
    hiddenBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("reviews_once").on(t.tenantId, t.visitId),
    index("reviews_newest").on(t.tenantId, t.createdAt, t.id),
    index("reviews_by_customer").on(t.tenantId, t.customerId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.visitId], foreignColumns: [visits.tenantId, visits.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
    check("reviews_stars", sql`rating between 1 and 5`),
    check("reviews_words", sql`char_length(words) <= 2000 and char_length(answer) <= 2000`),
    check("reviews_answered", sql`(answered_at is null) = (answer = '')`),
    check("reviews_hidden", sql`(hidden_at is null) = (hidden_reason = '')`),
  ],
);

export type TestimonialStatus = "waiting" | "approved" | "declined";

/** What a business says of the platform; shown on the platform's own page once the platform has said so. */
export const testimonials = pgTable(
  "testimonials",
  {
    tenantId: tenantId(),
    rating: smallint().notNull(),
    words: text().notNull(),
    byUserId: uuid().notNull(),
    status: text().$type<TestimonialStatus>().notNull().default("waiting"),
    createdAt: createdAt(),
    changedAt: instant(),
    decidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId] }),
    check("testimonials_stars", sql`rating between 1 and 5`),
    check("testimonials_words", sql`char_length(words) between 1 and 600`),
    check("testimonials_status_known", sql`status in ('waiting', 'approved', 'declined')`),
  ],
);
