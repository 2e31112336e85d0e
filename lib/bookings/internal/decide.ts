import { recordAudit } from "@/lib/auth/audit";
import type { Placed } from "@/lib/availability/visit";
import { findKnown } from "@/lib/customers/customer-by-phone";
import type { InSeries } from "@/lib/events/catalogue";
import { recordEvent } from "@/lib/events/record-event";
import { localDate } from "@/lib/platform/calendar";
import { earlierAnswer } from "@/lib/platform/idempotency";
import { newId, newReference } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { Answer, Booked, BookRefusal, How, Wish } from "../book-slot";
import { depositHoldMinutes } from "../deposit-rules";
import { nearestSlots } from "../nearest-slots";
import type { Freed } from "../take-time";
import { termsSeen } from "../terms";
import { involved, isConfirmedByHand, priceOf, soldAs } from "./candidates";
import { loadHabits } from "./customer-habits";
import { depositDue, loadHistory, mayBeAsked } from "./customer-history";
import { instantOf } from "./engine-input";
import { around, placeAt } from "./place-at";
import { type Seating, seatOver, seatVisit } from "./seating";
import { loadTaken, nothingTaken } from "./taken-time";
import { heldUntil, type Visit, writeBookings } from "./write-booking";

export async function answeredBefore<T = Booked>(
  scope: Scope,
  { idempotency }: Pick<How, "idempotency">,
): Promise<Result<T, Extract<BookRefusal, { refusal: "key_reused" }>> | null> {
  const earlier = idempotency ? await earlierAnswer<T>(scope, idempotency) : null;
  return earlier && (earlier === "other_body" ? refuse("key_reused") : ok(earlier.answer));
}

/** What is taken around the start, whose number it is, and what the rules ask about them. */
export async function look(scope: Scope, { house, lines, who, how, input: { startsAt } }: Wish) {
  const date = localDate(startsAt, house.timeZone);
  const [taken, customer, habits, history] = await Promise.all([
    loadTaken(scope, involved(lines), ...around(startsAt), how.hold ? { hold: how.hold } : undefined),
    findKnown(scope, who),
    loadHabits(scope, house, lines, who, { from: date, to: date }),
    loadHistory(scope, house, lines, who, how),
  ]);
  return { taken, customer, habits, history };
}

export type Seen = Awaited<ReturnType<typeof look>>;

/** Takes what the look showed to be free, and looks again when somebody past the locks was quicker. */
export async function decide(scope: Scope, wish: Wish, first: Seen): Promise<Answer> {
  // Each person lost, and the customer made meanwhile, is one more look.
  const attempts = wish.lines.reduce((sum, line) => sum + line.staff.length, 2);
  let seen = first;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const found = findPlace(wish, seen);
    if (!found) break;
    const totalMinor = priceOf(wish.lines, found.placed);
    const { startsAt } = wish.input;
    const depositMinor = mayBeAsked(wish.how)
      ? depositDue(wish.house, wish.lines, found.placed, { startsAt, history: seen.history })
      : null;
    const changed = whatChanged(wish, totalMinor, depositMinor);
    if (changed) return changed;
    const answer = await take(scope, wish, found, seen, { totalMinor, depositMinor });
    if (answer) return answer;
    seen = await look(scope, wish);
  }
  const { house, lines, input, how, who } = wish;
  const most = house.policy.visitsPerDay;
  if (how.source !== "desk" && most !== undefined && seen.habits.visits.length >= most) {
    return refuse("too_many_that_day", { most });
  }
  const asker = { channel: how.source, who };
  return refuse("slot_taken", { alternatives: await nearestSlots(scope, house, lines, input.startsAt, asker) });
}

export type Found = { placed: Placed[]; seating: Seating; overbooked: boolean };

/** Where it fits; or, when the desk says so, over what is there. */
export function findPlace(
  {
    house,
    lines,
    how,
    input: { startsAt },
  }: Pick<Wish, "house" | "lines" | "how"> & { input: Pick<Wish["input"], "startsAt"> },
  { taken, habits }: Pick<Seen, "taken" | "habits">,
): Found | null {
  const asking = { channel: how.source, habits };
  const placed = placeAt(house, lines, startsAt, { ...asking, taken });
  const seating = placed && seatVisit(house, lines, placed, taken);
  if (seating) return { placed, seating, overbooked: false };
  const over = how.anyway ? placeAt(house, lines, startsAt, { ...asking, taken: nothingTaken }) : null;
  return over && { placed: over, seating: seatOver(lines, over), overbooked: true };
}

/** What the form showed and no longer holds. */
export function whatChanged({ house, input: { seen } }: Wish, totalMinor: number, depositMinor: number | null) {
  const terms = house.policy.cancellation ?? null;
  const offer = { totalMinor, currency: house.currency, terms, depositMinor };
  if (seen && seen.totalMinor !== totalMinor) return refuse("price_changed", offer);
  if (seen?.terms !== undefined && seen.terms !== termsSeen(terms)) return refuse("terms_changed", offer);
  // Less than was shown suits everybody: who is known here was asked as somebody new.
  return seen && (depositMinor ?? 0) > (seen.depositMinor ?? 0) ? refuse("deposit_changed", offer) : null;
}

/** Null when somebody else was quicker: nothing is left of the attempt. */
async function take(
  scope: Scope,
  wish: Wish,
  found: Found,
  { taken, customer: known }: Seen,
  costs: Costs,
): Promise<Answer | null> {
  const { how } = wish;
  const customer = customerOf(wish, known);
  const visit = visitOf(wish, found, costs, customer);
  const { booked, event } = visit;
  const outcome = await writeBookings(scope, {
    wish,
    visits: [visit],
    expired: taken.expired,
    customer,
    answer: booked,
  });
  if (outcome === "key_used") return (await answeredBefore(scope, how)) ?? refuse("key_reused");
  if (outcome === "too_late") return null;
  for (const slot of outcome) if (!isCovered(slot, event)) recordEvent(scope, { name: "slot.freed", ...slot });
  recordPlaced(scope, customer, [visit]);
  if (found.overbooked)
    await recordAudit(scope, {
      action: "booking.overbooked",
      entity: "booking",
      entityId: booked.id,
      before: {},
      after: { startsAt: booked.startsAt, reason: how.anyway?.reason ?? "" },
    });
  return ok(booked);
}

/** Whose it is: somebody known, or somebody who is written down with it. */
export const customerOf = ({ who }: Wish, known: Seen["customer"]) =>
  "phone" in who
    ? { id: known?.id ?? newId(), isNew: known === null }
    : { id: who.customerId, isNew: known === null && who.isNew === true };

/** What is paid for it, and of that beforehand. */
type Costs = { totalMinor: number; depositMinor: number | null };

const depositOn = ({ house, how }: Wish, startsAt: Date, amountMinor: number): NonNullable<Booked["deposit"]> => ({
  amountMinor,
  currency: house.currency,
  expiresAt: heldUntil(how.holdMinutes ?? depositHoldMinutes, startsAt),
});

/** The booking that comes of a place that was found. */
export function visitOf(
  wish: Wish,
  found: Found,
  costs: Costs,
  customer: { id: string; isNew: boolean },
  series?: InSeries,
): Visit {
  const { placed } = found;
  const startsAt = instantOf(placed[0]!.from);
  const { totalMinor, depositMinor } = costs;
  const deposit = depositMinor === null ? null : depositOn(wish, startsAt, depositMinor);
  const booked: Booked = {
    id: newId(),
    reference: newReference(),
    status: deposit ? "held" : statusOf(wish),
    startsAt: startsAt.toISOString(),
    endsAt: instantOf(placed.at(-1)!.to).toISOString(),
    ...(deposit ? { deposit } : {}),
  };
  const event = {
    name: "booking.placed" as const,
    bookingId: booked.id,
    customerId: customer.id,
    staffIds: [...new Set(placed.map((line) => line.staffId))],
    services: wish.lines.map((line) => soldAs(line.service)),
    startsAt: booked.startsAt,
    status: booked.status,
    ...(customer.isNew ? { isNew: true as const } : {}),
    ...(series ? { series } : {}),
    ...(deposit ? { awaits: "deposit" as const } : {}),
    ...(wish.how.imported ? { imported: wish.how.imported } : {}),
    ...(wish.input.marketing
      ? { allows: { marketing: wish.input.marketing, proven: wish.how.isProven === true } }
      : {}),
  };
  return { ...found, totalMinor, booked, event };
}

export function recordPlaced(scope: Scope, customer: { id: string; isNew: boolean }, visits: readonly Visit[]): void {
  if (customer.isNew) recordEvent(scope, { name: "customer.added", customerId: customer.id });
  for (const { event } of visits) recordEvent(scope, event);
}

/** What was kept is what is booked now: the booking's own event tells it. */
const isCovered = (slot: Freed, { startsAt, staffIds }: { startsAt: string; staffIds: string[] }): boolean =>
  slot.startsAt === startsAt && slot.staffIds.every((id) => staffIds.includes(id));

function statusOf({ house, how, lines }: Wish): Booked["status"] {
  if (how.source !== "desk" && isConfirmedByHand(house, lines)) return "requested";
  return how.holdMinutes ? "held" : "confirmed";
}
