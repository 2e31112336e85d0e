import { isDuplicate, isOverlap } from "@/db/errors";
import { bookingLines, bookings } from "@/db/schema/bookings";
import { accessTokens } from "@/db/schema/requests";
import type { Placed } from "@/lib/availability/visit";
import { addCustomer } from "@/lib/customers/customer-by-phone";
import type { DomainEvent } from "@/lib/events/catalogue";
import { notificationOf } from "@/lib/notifications/create-notification";
import { now } from "@/lib/platform/clock";
import { keepAnswer } from "@/lib/platform/idempotency";
import { newId } from "@/lib/platform/ids";
import { insertTogether, rowsOf } from "@/lib/platform/insert-together";
import { requireRoom } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import type { Booked, Wish } from "../book-slot";
import { bookingTokenHash } from "../booking-token";
import { type As, type Freed, makeRoom, timeOf } from "../take-time";
import { freeUntil } from "../terms";
import { ownOffer, soldAs } from "./candidates";
import { instantOf } from "./engine-input";
import type { Seating } from "./seating";

/** One booking that is to be: where it is, and what is told of it. */
export type Visit = {
  placed: Placed[];
  seating: Seating;
  overbooked: boolean;
  totalMinor: number;
  booked: Booked;
  event: Placing;
};
export type Placing = Extract<DomainEvent, { name: "booking.placed" }>;

type Writing = {
  wish: Wish;
  /** One, or those of a series: all of them or none. */
  visits: Visit[];
  expired: string[];
  customer: { id: string; isNew: boolean };
  /** What the key is answered with from now on. */
  answer: unknown;
};

/** What undoes the attempt: expected, and told to the caller as a value. */
class Undone extends Error {
  constructor(readonly why: "key_used" | "too_late") {
    super(why);
  }
}

/**
 * Everything bookings leave behind, in one packet inside a savepoint: all of it or nothing. `key_used`: the key has
 * its answer already. `too_late`: somebody else took the time, or made the customer, since we looked. Written, it answers
 * with the time that was kept for whoever books.
 */
export async function writeBookings(scope: Scope, writing: Writing): Promise<Freed[] | "key_used" | "too_late"> {
  const { customer, wish } = writing;
  if (customer.isNew && "phone" in wish.who && wish.house.mostCustomers !== null)
    await requireRoom(scope, "activeCustomers");
  try {
    return await scope.tx.transaction((savepoint) => write({ ...scope, tx: savepoint } as Scope, writing));
  } catch (error) {
    if (error instanceof Undone) return error.why;
    // The one reference in a billion that exists already is drawn again like a lost slot.
    if (isOverlap(error) || isDuplicate(error, "bookings_reference")) return "too_late";
    throw error;
  }
}

async function write(scope: Scope, writing: Writing): Promise<Freed[]> {
  const { wish, customer, visits } = writing;
  const { idempotency } = wish.how;
  const { name, email } = wish.input.customer;
  const language = "language" in wish.input.customer ? wish.input.customer.language : undefined;
  const at = now();
  const rows = visits.map((visit) => rowsOfVisit(scope, writing, visit, at));
  const [kept, made, room, rest] = await Promise.allSettled([
    idempotency ? keepAnswer(scope, idempotency, 201, writing.answer) : true,
    customer.isNew
      ? addCustomer(scope, {
          id: customer.id,
          name,
          phone: "phone" in wish.who ? wish.who.phone : null,
          email,
          language,
        })
      : true,
    makeRoom(scope, {
      moved: visits.flatMap(({ seating }) => seating.moved),
      expired: writing.expired,
      own: wish.how.hold,
    }),
    insertTogether(scope, [
      rowsOf(
        bookings,
        rows.map(({ booking }) => booking),
      ),
      rowsOf(
        bookingLines,
        rows.flatMap(({ lines }) => lines),
      ),
      ...rows.map(({ time }) => time),
      rowsOf(
        accessTokens,
        visits.map(({ booked }) => tokenRow(scope, booked.id)),
      ),
      ...visits
        .filter(({ event }) => !event.imported && (event.series?.speaks ?? true))
        .map(({ event }) => notificationOf(scope, event, { customerName: name, timeZone: wish.house.timeZone })),
    ]),
  ]);
  // In the order they were sent: what failed first is why the others failed.
  if (kept.status === "fulfilled" && !kept.value) throw new Undone("key_used");
  if (made.status === "fulfilled" && !made.value) throw new Undone("too_late");
  for (const one of [kept, made, room, rest]) if (one.status === "rejected") throw one.reason;
  return room.status === "fulfilled" ? room.value : [];
}

function rowsOfVisit(scope: Scope, writing: Writing, visit: Visit, at: Date) {
  const { wish } = writing;
  const expiresAt = keptUntil(wish, visit, at);
  const lines = wish.lines.map((line, position) => lineOf(line, position, visit.placed[position]!));
  return {
    booking: bookingRow(scope, writing, visit, { at, expiresAt }),
    lines: lines.map((line) => lineRow(scope, visit.booked.id, line)),
    time: timeOf(scope, visit.seating.stretches, lines, asOf(visit, expiresAt)),
  };
}

/** Held time is freed by itself; deliberate overbooking stands beside everything else. */
const asOf = ({ booked, overbooked }: Visit, expiresAt: string | null): As =>
  booked.status === "held"
    ? { source: "hold", expiresAt: expiresAt! }
    : { source: overbooked ? "overbooking" : "booking" };

type Moment = { at: Date; expiresAt: string | null };

function bookingRow(scope: Scope, { wish, customer }: Writing, visit: Visit, { at, expiresAt }: Moment) {
  const { house, how, input } = wish;
  const { booked, totalMinor, event } = visit;
  const { name, email } = input.customer;
  return {
    tenantId: scope.tenantId,
    id: booked.id,
    reference: booked.reference,
    customerId: customer.id,
    status: booked.status,
    source: how.source,
    startsAt: new Date(booked.startsAt),
    endsAt: new Date(booked.endsAt),
    totalMinor,
    currency: house.currency,
    bookedAs: { name, ...(email ? { email } : {}) },
    notes: input.notes ?? "",
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    terms: house.policy.cancellation ?? null,
    freeUntil: freeUntil(house.policy.cancellation, new Date(booked.startsAt), at),
    depositMinor: booked.deposit?.amountMinor ?? null,
    deposit: booked.deposit ? ("due" as const) : null,
    seriesId: event.series?.id ?? null,
    seriesWeeks: event.series?.weeks ?? null,
    createdAt: at,
  };
}

/** A request waits for an answer for a day at most, and no longer than until its start. */
const waitsMs = 24 * 3_600_000;
export const waitsUntil = (startsAt: Date, at = now()): string =>
  new Date(Math.min(at.getTime() + waitsMs, startsAt.getTime())).toISOString();

/** Until when it waits for an answer, or for a yes. */
function keptUntil(wish: Wish, { booked }: Visit, at: Date): string | null {
  if (booked.deposit) return booked.deposit.expiresAt;
  if (booked.status === "requested") return waitsUntil(new Date(booked.startsAt), at);
  return booked.status === "held" ? heldUntil(wish.how.holdMinutes!, new Date(booked.startsAt), at) : null;
}

const minuteMs = 60_000;
/** Nothing is held beyond its own beginning. */
export const heldUntil = (minutes: number, startsAt: Date, at = now()): string =>
  new Date(Math.min(at.getTime() + minutes * minuteMs, startsAt.getTime())).toISOString();

const tokenRow = (scope: Scope, bookingId: string) => ({
  hash: bookingTokenHash(bookingId),
  tenantId: scope.tenantId,
  kind: "booking" as const,
  subjectId: bookingId,
  createdAt: now(),
});

/** A line as this person does it. */
const lineOf = ({ service, staff, any }: Wish["lines"][number], position: number, placed: Placed) => ({
  ...ownOffer(service, staff.find(({ id }) => id === placed.staffId)!),
  id: newId(),
  position,
  service,
  any,
  placed,
});

type Line = ReturnType<typeof lineOf>;

const lineRow = (scope: Scope, bookingId: string, { id, position, service, any, placed, ...own }: Line) => ({
  tenantId: scope.tenantId,
  id,
  bookingId,
  position,
  serviceId: service.id,
  serviceName: soldAs(service),
  staffId: placed.staffId,
  anyStaff: any,
  chosenBecause: placed.because,
  startsAt: instantOf(placed.from),
  endsAt: instantOf(placed.to),
  segments: own.segments,
  bufferBeforeMinutes: own.before,
  bufferAfterMinutes: own.after,
  priceMinor: own.priceMinor,
  currency: service.currency,
  addons: [...(service.added ?? [])],
});
