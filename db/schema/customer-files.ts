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
import { type BookedAs, bookings } from "./bookings";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";
import { services } from "./services";

/** What was written down about a customer, by whom and when. Nothing is taken out: what is wrong is struck. */
export const customerNotes = pgTable(
  "customer_notes",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    customerId: uuid().notNull(),
    body: text().notNull(),
    byUserId: uuid(),
    createdAt: createdAt(),
    struckAt: instant(),
    struckBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("customer_notes_newest").on(t.tenantId, t.customerId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
    check("customer_notes_said", sql`body <> ''`),
  ],
);

/** What somebody likes to have done. */
export const customerFavourites = pgTable(
  "customer_favourites",
  { tenantId: tenantId(), customerId: uuid().notNull(), serviceId: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.customerId, t.serviceId] }),
    index("customer_favourites_by_service").on(t.tenantId, t.serviceId),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
  ],
);

/** Of customers: all that is said of them holds. */
export type SegmentRule = {
  tag?: string | undefined;
  visitsAtLeast?: number | undefined;
  spentAtLeastMinor?: number | undefined;
  /** Not here for so many days. */
  awayDays?: number | undefined;
  /** Has had this done. */
  serviceId?: string | undefined;
};

/** A rule with a name: who is in it is asked anew each time. */
export const customerSegments = pgTable(
  "customer_segments",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    name: text().notNull(),
    rule: jsonb().$type<SegmentRule>().notNull(),
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("customer_segments_name").on(t.tenantId, sql`lower(name)`),
  ],
);

export type HandoverChoice = "same" | "dependant" | "new";

/** Whose a booking was found to be that came in on somebody's number under another name; it can be taken back. */
export const bookingHandovers = pgTable(
  "booking_handovers",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    bookingId: uuid().notNull(),
    choice: text().$type<HandoverChoice>().notNull(),
    fromCustomerId: uuid().notNull(),
    toCustomerId: uuid().notNull(),
    /** That customer was written down with it. */
    added: boolean().notNull(),
    /** What was typed with it, before it took the customer's name. */
    bookedAs: jsonb().$type<BookedAs>().notNull(),
    byUserId: uuid(),
    createdAt: createdAt(),
    undoneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("booking_handovers_by_booking").on(t.tenantId, t.bookingId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.fromCustomerId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.toCustomerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);
