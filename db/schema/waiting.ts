import { sql } from "drizzle-orm";
import {
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

export type TicketStatus = "waiting" | "called" | "served" | "left" | "removed";

/** Somebody who is here without a booking and waits for their turn, under a number of the day. */
export const queueTickets = pgTable(
  "queue_tickets",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    /** The local date, within which numbers count. */
    day: text().notNull(),
    number: smallint().notNull(),
    /** Who is before whom: the number at first; whoever is skipped goes behind the next one. */
    turn: integer().notNull(),
    customerId: uuid().notNull(),
    serviceId: uuid().notNull(),
    /** Null for whoever is free first. */
    staffId: uuid(),
    status: text().$type<TicketStatus>().notNull().default("waiting"),
    calledAt: instant(),
    /** Whom they were called to. */
    calledTo: uuid(),
    skips: smallint().notNull().default(0),
    /** What became of it. */
    bookingId: uuid(),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("queue_tickets_number").on(t.tenantId, t.day, t.number),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
    foreignKey({ columns: [t.tenantId, t.calledTo], foreignColumns: [staff.tenantId, staff.id] }),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
  ],
);

export type TicketStep = "take" | "call" | "recall" | "skip" | "serve" | "leave" | "remove" | "undo";

/** How the turns went: who was called, passed over or went, by whom, and which place they had. */
export const queueSteps = pgTable(
  "queue_steps",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    ticketId: uuid().notNull(),
    step: text().$type<TicketStep>().notNull(),
    /** Before the step, from 1; null for who was not waiting. */
    place: smallint(),
    /** As it was before, for Undo. */
    before: jsonb().$type<{ status: TicketStatus; turn: number; skips: number; calledTo: string | null }>().notNull(),
    byKind: text().$type<"member" | "customer" | "system">().notNull(),
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("queue_steps_by_ticket").on(t.tenantId, t.ticketId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.ticketId], foreignColumns: [queueTickets.tenantId, queueTickets.id] }),
  ],
);

/** Dates, and minutes of each of these days, at which somebody can come. */
export type WaitWindow = { from: string; to: string; fromMinute: number; toMinute: number };

export type WaitEnd = "booked" | "left" | "removed" | "unanswered";

/** Somebody who waits for a time to come free. */
export const waitlistEntries = pgTable(
  "waitlist_entries",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    customerId: uuid().notNull(),
    /** What was typed; it may differ from the customer whose phone it is. */
    name: text().notNull(),
    serviceId: uuid().notNull(),
    /** Null for anyone. */
    staffId: uuid(),
    windows: jsonb().$type<WaitWindow[]>().notNull(),
    /** Of all windows; once the last date has gone nobody waits any more. */
    firstDate: text().notNull(),
    lastDate: text().notNull(),
    source: text().$type<"public" | "desk">().notNull(),
    /** Offers in a row that ran out without a word. */
    unanswered: smallint().notNull().default(0),
    ended: text().$type<WaitEnd>(),
    endedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("waitlist_waiting").on(t.tenantId, t.createdAt),
    index("waitlist_by_customer").on(t.tenantId, t.customerId),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);

/**
 * A free time that somebody on the list is asked about: it is held for them as a booking that they confirm or let go. Where
 * the house says yes by hand, it is a request.
 */
export const waitlistOffers = pgTable(
  "waitlist_offers",
  {
    tenantId: tenantId(),
    bookingId: uuid().notNull(),
    entryId: uuid().notNull(),
    createdAt: createdAt(),
    /** What became of it, once that is counted. */
    outcome: text().$type<"taken" | "declined" | "unanswered">(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.bookingId] }),
    index("waitlist_offers_by_entry").on(t.tenantId, t.entryId, t.createdAt),
    // Nobody is asked about two times at once.
    uniqueIndex("waitlist_offers_open").on(t.tenantId, t.entryId).where(sql`outcome is null`),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.entryId], foreignColumns: [waitlistEntries.tenantId, waitlistEntries.id] }),
  ],
);

/** Why somebody was asked about a time that came free, or not; or what they said to it. */
export type Verdict =
  | "offered"
  | "fits_less"
  | "waits_less"
  | "other_person"
  | "other_times"
  | "no_room"
  | "has_offer"
  | "asked_before"
  | "begins_too_soon"
  | "many_asked"
  | "not_bookable"
  | "taken"
  | "declined"
  | "unanswered"
  | "ended";

/** A time that came free, and what became of it on the list. */
export type FreedTime = { staffIds: string[]; startsAt: string; endsAt: string };

/** Everybody who was asked or passed over, with the reason; nothing is ever taken out of it. */
export const waitlistLog = pgTable(
  "waitlist_log",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    entryId: uuid().notNull(),
    /** Those that were weighed against each other. */
    roundId: uuid().notNull(),
    /** In which order they were weighed. */
    place: smallint().notNull(),
    verdict: text().$type<Verdict>().notNull(),
    /** Null when all free time was looked at. */
    freed: jsonb().$type<FreedTime>(),
    bookingId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("waitlist_log_newest").on(t.tenantId, t.createdAt, t.place),
    index("waitlist_log_by_entry").on(t.tenantId, t.entryId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.entryId], foreignColumns: [waitlistEntries.tenantId, waitlistEntries.id] }),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
  ],
);
