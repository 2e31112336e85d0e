import { isDuplicate, isOverlap } from "@/db/errors";
import { bookingLines, bookings } from "@/db/schema/bookings";
import { accessTokens } from "@/db/schema/requests";
import { type Placed, placeVisit } from "@/lib/availability/visit-plan";
import { customerByPhone } from "@/lib/customers/customer-by-phone";
import { readPhone } from "@/lib/customers/phone";
import { recordEvent } from "@/lib/events/record-event";
import { createNotification } from "@/lib/notifications/create-notification";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { earlierAnswer, type IdempotencyKey, keepAnswer } from "@/lib/platform/idempotency";
import { newId, newReference, sha256 } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { bookingToken } from "./booking-token";
import type { BookSlotInput } from "./input";
import {
  type Candidates,
  candidates,
  type House,
  instantOf,
  linesFor,
  loadBusy,
  loadHouse,
  minuteOf,
  rulesFor,
} from "./internal/house";
import type { OpenSlot } from "./list-open-slots";
import { nearestSlots } from "./nearest-slots";
import { lockTime, takeTime } from "./take-time";

export type Booked = {
  id: string;
  reference: string;
  status: "confirmed" | "requested";
  startsAt: string;
  endsAt: string;
};

export type BookRefusal =
  | { refusal: "slot_taken"; alternatives: OpenSlot[] }
  | { refusal: "price_changed"; totalMinor: number; currency: string }
  | { refusal: "invalid"; fields: Record<string, string[]> }
  | { refusal: "unknown_service" }
  | { refusal: "unknown_staff" }
  | { refusal: "not_open" }
  | { refusal: "key_reused" };

type How = { source: "public" | "api" | "desk"; idempotency?: IdempotencyKey | undefined };

/** Books a visit of one or more services in a row. The same engine that offered the time decides, on fresh rows under locks. */
export async function bookSlot(scope: Scope, input: BookSlotInput, how: How): Promise<Result<Booked, BookRefusal>> {
  const phone = readPhone(input.customer.phone);
  if (!phone) return refuse("invalid", { fields: { "customer.phone": ["is not a phone number we can call"] } });

  const house = await loadHouse(scope, [...new Set(input.lines.map((line) => line.serviceId))]);
  if (house.status !== "active") return refuse("not_open");
  const wanted = candidates(house, input.lines);
  if (!wanted.found) return refuse(wanted.missing === "service" ? "unknown_service" : "unknown_staff");

  await lockTime(
    scope,
    wanted.found.flatMap((line) => line.staff.map((person) => person.id)),
    phone,
  );
  const earlier = how.idempotency ? await earlierAnswer<Booked>(scope, how.idempotency) : null;
  if (earlier) return earlier === "other_body" ? refuse("key_reused") : ok(earlier.answer);

  const totalMinor = wanted.found.reduce((sum, line) => sum + line.service.priceMinor, 0);
  if (input.seen && input.seen.totalMinor !== totalMinor) {
    return refuse("price_changed", { totalMinor, currency: house.currency });
  }
  return decide(scope, house, wanted.found, { input, how, phone, totalMinor });
}

type Wish = { input: BookSlotInput; how: How; phone: string; totalMinor: number };

/** Looks, takes, and looks again when somebody past the locks was quicker: each look sees what the last one met. */
async function decide(
  scope: Scope,
  house: House,
  wanted: Candidates,
  wish: Wish,
): Promise<Result<Booked, BookRefusal>> {
  const { startsAt } = wish.input;
  const attempts = wanted.reduce((sum, line) => sum + line.staff.length, 1);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const placed = await place(scope, house, wanted, startsAt);
    if (!placed) break;
    const booked = await take(scope, house, wanted, placed, wish);
    if (booked) return booked;
  }
  return refuse("slot_taken", { alternatives: await nearestSlots(scope, house, wanted, startsAt) });
}

async function place(scope: Scope, house: House, wanted: Candidates, startsAt: Date): Promise<Placed[] | null> {
  const date = localDate(startsAt, house.timeZone);
  const dates = { from: date, to: date };
  const staffIds = [...new Set(wanted.flatMap((line) => line.staff.map((person) => person.id)))];
  const day = 86_400_000;
  const busy = await loadBusy(
    scope,
    staffIds,
    new Date(startsAt.getTime() - day),
    new Date(startsAt.getTime() + 2 * day),
  );
  const lines = linesFor(house, wanted, { from: date, to: addDays(date, 1) }, busy);
  return placeVisit(lines, minuteOf(startsAt), rulesFor(house, dates));
}

/** Null when the constraint refused: the savepoint keeps the transaction usable. */
async function take(scope: Scope, house: House, wanted: Candidates, placed: Placed[], wish: Wish) {
  const { input, how } = wish;
  const customer = await customerByPhone(scope, { ...input.customer, phone: wish.phone });
  const at = now();
  const booked: Booked = {
    id: newId(),
    reference: newReference(),
    status: house.policy.confirm === "auto" || how.source === "desk" ? "confirmed" : "requested",
    startsAt: instantOf(placed[0]!.from).toISOString(),
    endsAt: instantOf(placed.at(-1)!.to).toISOString(),
  };
  const lines = wanted.map(({ service, any }, position) => ({
    id: newId(),
    service,
    any,
    position,
    placed: placed[position]!,
  }));

  try {
    await scope.tx.transaction(async (savepoint) => {
      const inner = { ...scope, tx: savepoint } as Scope;
      if (how.idempotency && !(await keepAnswer(inner, how.idempotency, 201, booked))) throw new KeyUsed();
      // Sent together: one round trip, run in this order.
      await Promise.all([
        inner.tx.insert(bookings).values({
          tenantId: scope.tenantId,
          id: booked.id,
          reference: booked.reference,
          customerId: customer.id,
          status: booked.status,
          source: how.source,
          startsAt: new Date(booked.startsAt),
          endsAt: new Date(booked.endsAt),
          totalMinor: wish.totalMinor,
          currency: house.currency,
          bookedAs: { name: input.customer.name, ...(input.customer.email ? { email: input.customer.email } : {}) },
          notes: input.notes ?? "",
          createdAt: at,
        }),
        inner.tx.insert(bookingLines).values(
          lines.map((line) => ({
            tenantId: scope.tenantId,
            id: line.id,
            bookingId: booked.id,
            position: line.position,
            serviceId: line.service.id,
            serviceName: line.service.name,
            staffId: line.placed.staffId,
            anyStaff: line.any,
            startsAt: instantOf(line.placed.from),
            endsAt: instantOf(line.placed.to),
            segments: line.service.segments,
            bufferBeforeMinutes: line.service.before,
            bufferAfterMinutes: line.service.after,
            priceMinor: line.service.priceMinor,
            currency: line.service.currency,
          })),
        ),
        takeTime(
          inner,
          lines.map((line) => ({
            lineId: line.id,
            placed: line.placed,
            before: line.service.before,
            after: line.service.after,
          })),
        ),
        inner.tx.insert(accessTokens).values({
          hash: sha256(bookingToken(booked.id)),
          tenantId: scope.tenantId,
          kind: "booking",
          subjectId: booked.id,
          createdAt: at,
        }),
      ]);
    });
  } catch (error) {
    if (error instanceof KeyUsed && how.idempotency) return answerOfOther(scope, how.idempotency);
    // The one reference in a billion that exists already is drawn again like a lost slot.
    if (isOverlap(error) || isDuplicate(error, "bookings_reference")) return null;
    throw error;
  }

  const event = {
    name: "booking.placed" as const,
    bookingId: booked.id,
    customerId: customer.id,
    staffIds: [...new Set(placed.map((line) => line.staffId))],
    services: lines.map((line) => line.service.name),
    startsAt: booked.startsAt,
    status: booked.status,
  };
  if (customer.isNew) recordEvent(scope, { name: "customer.added", customerId: customer.id });
  recordEvent(scope, event);
  await createNotification(scope, event, { customerName: input.customer.name, timeZone: house.timeZone });
  return ok(booked);
}

class KeyUsed extends Error {}

async function answerOfOther(scope: Scope, asked: IdempotencyKey) {
  const earlier = await earlierAnswer<Booked>(scope, asked);
  return earlier && earlier !== "other_body" ? ok(earlier.answer) : refuse("key_reused");
}
