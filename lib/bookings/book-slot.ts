import type { Placed } from "@/lib/availability/visit";
import { placeVisit } from "@/lib/availability/visit-plan";
import { findByPhone } from "@/lib/customers/customer-by-phone";
import { recordEvent } from "@/lib/events/record-event";
import { addDays, localDate } from "@/lib/platform/calendar";
import { env } from "@/lib/platform/env";
import { earlierAnswer, type IdempotencyKey } from "@/lib/platform/idempotency";
import { newId, newReference } from "@/lib/platform/ids";
import { readPhone } from "@/lib/platform/phone";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { BookSlotInput } from "./input";
import { type Candidates, candidates, involved, priceOf } from "./internal/candidates";
import { loadHabits } from "./internal/customer-habits";
import { instantOf, linesFor, minuteOf } from "./internal/engine-input";
import { type House, loadHouse } from "./internal/house";
import { rulesFor } from "./internal/rules-in-force";
import { seatVisit } from "./internal/seating";
import { loadTaken } from "./internal/taken-time";
import { writeBooking } from "./internal/write-booking";
import type { OpenSlot } from "./list-open-slots";
import { nearestSlots } from "./nearest-slots";
import { lockTime } from "./take-time";

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
  | { refusal: "too_many_open"; most: number }
  | { refusal: "too_many_that_day"; most: number }
  | { refusal: "key_reused" };
type Answer = Result<Booked, BookRefusal>;

type How = { source: "public" | "api" | "desk"; idempotency?: IdempotencyKey | undefined };

/** Books a visit of one or more services in a row. The same engine that offered the time decides, on fresh rows under locks. */
export async function bookSlot(scope: Scope, input: BookSlotInput, how: How): Promise<Answer> {
  const phone = readPhone(input.customer.phone);
  if (!phone)
    return refuse("invalid", {
      fields: { "customer.phone": ["is not a number we can call: write it like 0712 345 678"] },
    });
  const house = await loadHouse(scope, [...new Set(input.lines.map((line) => line.serviceId))]);
  const wanted = candidates(house, input.lines);
  if (house.status !== "active" || !wanted.found) {
    // What was answered once stays so, whatever the business has changed since.
    return (await answeredBefore(scope, how)) ?? obstacle(house, wanted);
  }

  const wish: Wish = { house, lines: wanted.found, input, how, phone };
  // One packet; Postgres answers in order, so what is read after the locks is read under them.
  const [, earlier, seen] = await Promise.all([lock(scope, wish), answeredBefore(scope, how), look(scope, wish)]);
  if (earlier) return earlier;
  // Whoever holds the desk's trust may book more; a number on a public page may not fill the diary.
  const most = env().OPEN_BOOKINGS_PER_PHONE;
  if (how.source !== "desk" && (seen.customer?.openBookings ?? 0) >= most) return refuse("too_many_open", { most });
  return decide(scope, wish, seen);
}

/** All that a decision needs to know, besides the time already taken. */
export type Wish = {
  house: House;
  lines: Candidates;
  input: BookSlotInput;
  how: How;
  phone: string;
};

function obstacle(house: House, wanted: ReturnType<typeof candidates>): Answer {
  if (house.status !== "active") return refuse("not_open");
  return refuse(wanted.missing === "service" ? "unknown_service" : "unknown_staff");
}

async function answeredBefore(scope: Scope, { idempotency }: How): Promise<Answer | null> {
  const earlier = idempotency ? await earlierAnswer<Booked>(scope, idempotency) : null;
  return earlier && (earlier === "other_body" ? refuse("key_reused") : ok(earlier.answer));
}

function lock(scope: Scope, { lines, phone }: Wish): Promise<void> {
  const { staffIds, resourceIds } = involved(lines);
  return lockTime(scope, [...staffIds, ...resourceIds], phone);
}

const dayMs = 86_400_000;

/** What is taken around the start, whose number it is, and what the rules ask about them. */
async function look(scope: Scope, { house, lines, phone, input: { startsAt } }: Wish) {
  const [from, to] = [new Date(startsAt.getTime() - dayMs), new Date(startsAt.getTime() + 2 * dayMs)];
  const date = localDate(startsAt, house.timeZone);
  const [taken, customer, habits] = await Promise.all([
    loadTaken(scope, involved(lines), from, to),
    findByPhone(scope, phone),
    loadHabits(scope, house, lines, phone, { from: date, to: date }),
  ]);
  return { taken, customer, habits };
}

type Seen = Awaited<ReturnType<typeof look>>;

/** Takes what the look showed to be free, and looks again when somebody past the locks was quicker. */
async function decide(scope: Scope, wish: Wish, first: Seen): Promise<Answer> {
  // Each person lost, and the customer made meanwhile, is one more look.
  const attempts = wish.lines.reduce((sum, line) => sum + line.staff.length, 2);
  let seen = first;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const placed = place(wish, seen);
    if (!placed) break;
    const totalMinor = priceOf(wish.lines, placed);
    if (wish.input.seen && wish.input.seen.totalMinor !== totalMinor) {
      return refuse("price_changed", { totalMinor, currency: wish.house.currency });
    }
    const answer = await take(scope, wish, placed, seen, totalMinor);
    if (answer) return answer;
    seen = await look(scope, wish);
  }
  const { house, lines, input, how, phone } = wish;
  const most = house.policy.visitsPerDay;
  if (how.source !== "desk" && most !== undefined && seen.habits.visits.length >= most) {
    return refuse("too_many_that_day", { most });
  }
  const asker = { channel: how.source, phone };
  return refuse("slot_taken", { alternatives: await nearestSlots(scope, house, lines, input.startsAt, asker) });
}

function place({ house, lines, how, input: { startsAt } }: Wish, { taken, habits }: Seen): Placed[] | null {
  const date = localDate(startsAt, house.timeZone);
  const known = linesFor(house, lines, { from: date, to: addDays(date, 1) }, taken, habits);
  const asker = { channel: how.source, habits };
  const rules = rulesFor(house, lines, { from: date, to: date }, asker, how.source === "desk" ? "any" : "on_step");
  return placeVisit(known, minuteOf(startsAt), rules);
}

/** Null when somebody else was quicker: nothing is left of the attempt. */
async function take(
  scope: Scope,
  wish: Wish,
  placed: Placed[],
  { taken, customer: known }: Seen,
  totalMinor: number,
): Promise<Answer | null> {
  const { house, how, lines } = wish;
  const seating = seatVisit(house, lines, placed, taken);
  if (!seating) return null;
  const customer = { id: known?.id ?? newId(), isNew: known === null };
  const booked: Booked = {
    id: newId(),
    reference: newReference(),
    status: house.policy.confirm === "auto" || how.source === "desk" ? "confirmed" : "requested",
    startsAt: instantOf(placed[0]!.from).toISOString(),
    endsAt: instantOf(placed.at(-1)!.to).toISOString(),
  };
  const event = {
    name: "booking.placed" as const,
    bookingId: booked.id,
    customerId: customer.id,
    staffIds: [...new Set(placed.map((line) => line.staffId))],
    services: lines.map((line) => line.service.name),
    startsAt: booked.startsAt,
    status: booked.status,
  };
  const { expired } = taken;
  const outcome = await writeBooking(scope, { wish, placed, seating, expired, totalMinor, customer, booked, event });
  if (outcome === "key_used") return (await answeredBefore(scope, how)) ?? refuse("key_reused");
  if (outcome === "too_late") return null;
  if (customer.isNew) recordEvent(scope, { name: "customer.added", customerId: customer.id });
  recordEvent(scope, event);
  return ok(booked);
}
