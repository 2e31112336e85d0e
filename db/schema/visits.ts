import { bigint, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bookings } from "./bookings";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";
import { staff } from "./staff";

/** What happened. */
export const visits = pgTable(
  "visits",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    bookingId: uuid(),
    customerId: uuid().notNull(),
    staffId: uuid().notNull(),
    startedAt: instant().notNull(),
    completedAt: instant(),
    /** It was said to have begun, and taken back. */
    voidedAt: instant(),
    /** What was charged, in minor units. */
    totalMinor: bigint({ mode: "number" }).notNull(),
    /** What of it was paid, in minor units. */
    paidMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    // A booking that is done is one visit, however often it is said.
    uniqueIndex("visits_of_booking").on(t.tenantId, t.bookingId),
    index("visits_by_start").on(t.tenantId, t.startedAt),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);
