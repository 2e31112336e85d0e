import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, int4range, tenantId, tstzrange } from "./columns";
import { customers } from "./customers";
import { resources } from "./resources";
import { type Addon, type Segment, services } from "./services";
import { staff } from "./staff";

export type BookingStatus =
  | "requested"
  | "confirmed"
  | "arrived"
  | "in_service"
  | "completed"
  | "no_show"
  | "cancelled"
  | "rejected"
  | "expired";

/** When a booking is, and who serves each of its lines. */
export type PlaceInTime = { startsAt: string; staffIds: string[]; expiresAt: string | null };

export type BookingMove = "accept" | "decline" | "expire" | "cancel" | "check_in" | "start" | "complete" | "miss";

/** What was typed with the booking; it may differ from the customer whose phone it is. */
export type BookedAs = { name: string; email?: string | undefined };

export const bookings = pgTable(
  "bookings",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    reference: text().notNull(),
    customerId: uuid().notNull(),
    status: text().$type<BookingStatus>().notNull(),
    source: text().$type<"public" | "api" | "desk">().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    totalMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    bookedAs: jsonb().$type<BookedAs>().notNull(),
    notes: text().notNull().default(""),
    /** A request that nobody has answered by then is no longer one. */
    expiresAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("bookings_reference").on(t.tenantId, t.reference),
    index("bookings_requested").on(t.tenantId, t.expiresAt).where(sql`status = 'requested'`),
    index("bookings_by_start").on(t.tenantId, t.startsAt),
    index("bookings_by_customer").on(t.tenantId, t.customerId, t.startsAt),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

export type ChosenBecause = "asked" | "only_one_free" | "order" | "fairest" | "least_gaps" | "usual";

/** One service of a booking, with what the customer accepted copied from the service of that day. */
export const bookingLines = pgTable(
  "booking_lines",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    bookingId: uuid().notNull(),
    position: smallint().notNull(),
    serviceId: uuid().notNull(),
    serviceName: text().notNull(),
    staffId: uuid().notNull(),
    /** The customer left the choice to the house. */
    anyStaff: boolean().notNull(),
    /** Why the house chose this person; null for bookings from before it was written down. */
    chosenBecause: text().$type<ChosenBecause>(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    segments: jsonb().$type<Segment[]>().notNull(),
    bufferBeforeMinutes: smallint().notNull(),
    bufferAfterMinutes: smallint().notNull(),
    /** With what was added. */
    priceMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    addons: jsonb().$type<Addon[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("booking_lines_in_order").on(t.tenantId, t.bookingId, t.position),
    index("booking_lines_by_staff").on(t.tenantId, t.staffId, t.startsAt),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);

/**
 * Time that is taken, a row per stretch of work of a staff member and per stretch for which a resource is in use. The
 * exclusion constraints over it (written by hand in the fence migrations) are what makes a double booking impossible:
 * of a person (occupancies_no_overlap), of a chair (occupancies_no_shared_unit), and of a person by two classes
 * (occupancies_one_class).
 */
export const occupancies = pgTable(
  "occupancies",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    /** Either who works, or what is used. */
    staffId: uuid(),
    resourceId: uuid(),
    span: tstzrange().notNull(),
    /**
     * Where the span ends. Row-level security lets no index be asked whether ranges overlap (range_overlaps is not
     * leakproof), and reading all that was ever booked would grow slower year by year.
     */
    endsAt: instant().generatedAlwaysAs(sql`upper(span)`),
    /** All of a person, one seat of a class, or one unit of a resource. */
    lanes: int4range().notNull().default("[0,)"),
    /** The service whose seat this is. */
    seatOf: uuid(),
    active: boolean().notNull().default(true),
    source: text().$type<"booking" | "hold" | "block">().notNull(),
    bookingLineId: uuid(),
    /** Kept free around the work for the same staff member; checked by the engine, not by the constraint. */
    bufferBeforeMinutes: smallint().notNull().default(0),
    bufferAfterMinutes: smallint().notNull().default(0),
    /** Holds only. */
    expiresAt: instant(),
    /** What `span` was before the rest of it was given back. */
    planned: tstzrange(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("occupancies_by_line").on(t.tenantId, t.bookingLineId),
    index("occupancies_by_staff").on(t.tenantId, t.staffId, t.endsAt).where(sql`active`),
    index("occupancies_by_resource")
      .on(t.tenantId, t.resourceId, t.endsAt)
      .where(sql`active and resource_id is not null`),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
    foreignKey({ columns: [t.tenantId, t.resourceId], foreignColumns: [resources.tenantId, resources.id] }),
    foreignKey({ columns: [t.tenantId, t.seatOf], foreignColumns: [services.tenantId, services.id] }),
    foreignKey({ columns: [t.tenantId, t.bookingLineId], foreignColumns: [bookingLines.tenantId, bookingLines.id] }),
  ],
);

/** A booking's way, step by step; nothing is ever taken out of it. */
export const bookingChanges = pgTable(
  "booking_changes",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    bookingId: uuid().notNull(),
    move: text().$type<BookingMove | "move" | "ask" | "undo">().notNull(),
    fromStatus: text().$type<BookingStatus>().notNull(),
    toStatus: text().$type<BookingStatus>().notNull(),
    byKind: text().$type<"member" | "customer" | "system">().notNull(),
    byUserId: uuid(),
    /** The change that this one takes back. */
    undoes: uuid(),
    /** Where the booking was before it was moved. */
    before: jsonb().$type<PlaceInTime>(),
    /** Told to the customer when a request is declined or the house cancels. */
    reason: text().notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("booking_changes_in_order").on(t.tenantId, t.bookingId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
  ],
);
