import {
  bigint,
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
import { bookings } from "./bookings";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";
import { services } from "./services";
import { staff } from "./staff";

/** What happened. */
export const visits = pgTable(
  "visits",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    bookingId: uuid(),
    customerId: uuid().notNull(),
    startedAt: instant().notNull(),
    completedAt: instant(),
    /** It was said to have begun, and taken back. */
    voidedAt: instant(),
    /** What was charged, in minor units: the sum of its lines. */
    totalMinor: bigint({ mode: "number" }).notNull(),
    /** What of it was paid, in minor units. */
    paidMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    /** What the house wrote down about it. */
    notes: text().notNull().default(""),
    /** One more with each correction, and when it comes back after it was taken back. */
    revision: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    // A booking that is done is one visit, however often it is said.
    uniqueIndex("visits_of_booking").on(t.tenantId, t.bookingId),
    index("visits_by_start").on(t.tenantId, t.startedAt),
    index("visits_by_customer").on(t.tenantId, t.customerId, t.startedAt),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

/** One service of a visit: what was done, by whom, and what was charged for it. */
export const visitLines = pgTable(
  "visit_lines",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    visitId: uuid().notNull(),
    position: smallint().notNull(),
    serviceId: uuid().notNull(),
    serviceName: text().notNull(),
    staffId: uuid().notNull(),
    priceMinor: bigint({ mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("visit_lines_in_order").on(t.tenantId, t.visitId, t.position),
    index("visit_lines_by_staff").on(t.tenantId, t.staffId),
    foreignKey({ columns: [t.tenantId, t.visitId], foreignColumns: [visits.tenantId, visits.id] }),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);
