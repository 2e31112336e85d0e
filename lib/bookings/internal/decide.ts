import type { Placed } from "@/lib/availability/visit";
import { placeVisit } from "@/lib/availability/visit-plan";
import { findByPhone } from "@/lib/customers/customer-by-phone";
import { recordEvent } from "@/lib/events/record-event";
import { addDays, localDate } from "@/lib/platform/calendar";
import { earlierAnswer } from "@/lib/platform/idempotency";
import { newId, newReference } from "@/lib/platform/ids";
import { ok, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { Answer, Booked, How, Wish } from "../book-slot";
import { nearestSlots } from "../nearest-slots";
import { involved, isConfirmedByHand, priceOf } from "./candidates";
import { loadHabits } from "./customer-habits";
import { instantOf, linesFor, minuteOf } from "./engine-input";
import { rulesFor } from "./rules-in-force";
import { seatVisit } from "./seating";
import { loadTaken } from "./taken-time";
import { writeBooking } from "./write-booking";

export async function answeredBefore(scope: Scope, { idempotency }: How): Promise<Answer | null> {
  const earlier = idempotency ? await earlierAnswer<Booked>(scope, idempotency) : null;
  return earlier && (earlier === "other_body" ? refuse("key_reused") : ok(earlier.answer));
}

const dayMs = 86_400_000;

/** What is taken around the start, whose number it is, and what the rules ask about them. */
export async function look(scope: Scope, { house, lines, phone, input: { startsAt } }: Wish) {
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
export async function decide(scope: Scope, wish: Wish, first: Seen): Promise<Answer> {
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
    status: how.source !== "desk" && isConfirmedByHand(house, lines) ? "requested" : "confirmed",
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
