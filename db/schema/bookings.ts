import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
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
import type { CancellationTerms } from "./tenants";

export type BookingStatus =
  | "requested"
  | "held"
  | "confirmed"
  | "arrived"
  | "in_service"
  | "completed"
  | "no_show"
  | "cancelled"
  | "rejected"
  | "expired";

/** When a booking is, and who serves each of its lines. */
export type PlaceInTime = {
  startsAt: string;
  staffIds: string[];
  expiresAt: string | null;
  /** It lay over something else, because somebody said so. */
  overbooked?: boolean;
  /** Until when it could be cancelled for nothing. */
  freeUntil?: string | null;
  /** How each of its lines was done, when that was changed. */
  segments?: Segment[][];
};

/** One step of a booking's way from one status to the next. */
export type BookingMove =
  | "accept"
  | "decline"
  | "confirm"
  | "release"
  | "expire"
  | "cancel"
  | "check_in"
  | "start"
  | "complete"
  | "miss";

/** All that its history tells: besides those, what changes its time, what is asked about it, and what is taken back. */
export type BookingStep =
  | BookingMove
  | "move"
  | "resize"
  | "ask"
  | "keep"
  | "undo"
  | "extend"
  | "propose"
  | "agree"
  | "disagree"
  | "pay";

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
    /** A request that nobody has answered by then is no longer one; time that is held until then is free again. */
    expiresAt: instant(),
    /** What cancelling and not coming cost when it was booked; null for nothing. */
    terms: jsonb().$type<CancellationTerms>(),
    /** Cancelled by the customer after this, it costs what the terms say. */
    freeUntil: instant(),
    /** Of those that were booked in one go and come round: which they are, and every how many weeks. */
    seriesId: uuid(),
    seriesWeeks: smallint(),
    /** What is paid before it is promised; null for nothing. */
    depositMinor: bigint({ mode: "number" }),
    deposit: text().$type<"due" | "paid" | "waived">(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("bookings_deposit_whole", sql`(deposit is null) = (deposit_minor is null) and deposit_minor > 0`),
    check("bookings_series_whole", sql`(series_id is null) = (series_weeks is null)`),
    index("bookings_by_series").on(t.tenantId, t.seriesId, t.startsAt).where(sql`series_id is not null`),
    uniqueIndex("bookings_reference").on(t.tenantId, t.reference),
    index("bookings_waiting").on(t.tenantId, t.expiresAt).where(sql`status in ('requested', 'held')`),
    index("bookings_owing").on(t.tenantId, t.depositMinor, t.createdAt).where(sql`deposit = 'due'`),
    index("bookings_by_start").on(t.tenantId, t.startsAt),
    index("bookings_by_customer").on(t.tenantId, t.customerId, t.startsAt),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

export type ChosenBecause = "asked" | "only_one_free" | "joined" | "order" | "fairest" | "least_gaps" | "usual";

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
 * Time kept for somebody who has not booked it yet: a visitor of the public page who is typing their details, or the
 * customer of a booking to whom the desk proposes it.
 */
export const holds = pgTable(
  "holds",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    /** The booking that it is proposed for. */
    bookingId: uuid(),
    /** Who is typing, as a hash of where they come from: one network keeps few times at once. */
    visitor: text(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** Who would serve each line. */
    staffIds: jsonb().$type<string[]>().notNull(),
    expiresAt: instant().notNull(),
    /** Null while it is kept. */
    ended: text().$type<HoldEnd>(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("holds_by_booking").on(t.tenantId, t.bookingId),
    index("holds_kept").on(t.tenantId, t.expiresAt).where(sql`ended is null`),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
  ],
);

/** Time that somebody keeps for something else than customers; only the house reads why. */
export const blocks = pgTable(
  "blocks",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    staffId: uuid().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    reason: text().notNull(),
    byUserId: uuid(),
    createdAt: createdAt(),
    /** When it was taken off again; null while it stands. */
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);

export type HoldEnd = "taken" | "let_go" | "declined" | "withdrawn" | "expired";

/** What a customer owes for cancelling late or not coming, at most once a booking; payments collect it. */
export const bookingFees = pgTable(
  "booking_fees",
  {
    tenantId: tenantId(),
    bookingId: uuid().notNull(),
    kind: text().$type<"late_cancel" | "no_show">().notNull(),
    amountMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    /** `kept`: all of it out of the deposit. */
    status: text().$type<"owed" | "kept" | "waived" | "taken_back">().notNull().default("owed"),
    /** So much of it is kept out of the deposit: it is owed no more. */
    fromDepositMinor: bigint({ mode: "number" }).notNull().default(0),
    /** Why it was waived. */
    reason: text().notNull().default(""),
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.bookingId] }),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
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
    /** What is overbooked on purpose stands beside the constraints: they leave it out. */
    source: text().$type<"booking" | "hold" | "block" | "overbooking">().notNull(),
    bookingLineId: uuid(),
    holdId: uuid(),
    blockId: uuid(),
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
    index("occupancies_by_hold").on(t.tenantId, t.holdId).where(sql`hold_id is not null`),
    index("occupancies_by_block").on(t.tenantId, t.blockId).where(sql`block_id is not null`),
    index("occupancies_by_staff").on(t.tenantId, t.staffId, t.endsAt).where(sql`active`),
    index("occupancies_by_resource")
      .on(t.tenantId, t.resourceId, t.endsAt)
      .where(sql`active and resource_id is not null`),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
    foreignKey({ columns: [t.tenantId, t.resourceId], foreignColumns: [resources.tenantId, resources.id] }),
    foreignKey({ columns: [t.tenantId, t.seatOf], foreignColumns: [services.tenantId, services.id] }),
    foreignKey({ columns: [t.tenantId, t.bookingLineId], foreignColumns: [bookingLines.tenantId, bookingLines.id] }),
    foreignKey({ columns: [t.tenantId, t.holdId], foreignColumns: [holds.tenantId, holds.id] }),
    foreignKey({ columns: [t.tenantId, t.blockId], foreignColumns: [blocks.tenantId, blocks.id] }),
  ],
);

/** A booking's way, step by step; nothing is ever taken out of it. */
export const bookingChanges = pgTable(
  "booking_changes",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    bookingId: uuid().notNull(),
    move: text().$type<BookingStep>().notNull(),
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
