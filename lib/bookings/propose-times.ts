import { sql } from "drizzle-orm";
import type { DomainEvent } from "@/lib/events/catalogue";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { holdRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import { type Candidates, candidates, involved } from "./internal/candidates";
import { writeChange } from "./internal/changes";
import { type House, loadHouse } from "./internal/house";
import { lockBooking } from "./internal/lock-booking";
import { loadMoving, type Moving } from "./internal/moving";
import { around, placeAt } from "./internal/place-at";
import { seatVisit } from "./internal/seating";
import { loadTaken } from "./internal/taken-time";
import { heldUntil } from "./internal/write-booking";
import { writeHold } from "./internal/write-hold";
import { mayPropose, proposalMinutes } from "./rules";
import { letGo, lockTime } from "./take-time";

/** `from` is when it was seen to be. */
export type ProposeWish = {
  id: string;
  from: string;
  times: readonly Date[];
  staffId?: string | "any" | undefined;
};

export type Proposed = { id: string; changeId: string };
export type ProposeRefusal =
  | { refusal: "unknown_booking" }
  | { refusal: "not_yours" }
  | { refusal: "moved_on" }
  | { refusal: "unknown_service" }
  | { refusal: "unknown_staff" }
  /** This one is not free: none of them is proposed. */
  | { refusal: "slot_taken"; startsAt: string };

/** What undoes all of them: one is not free. */
class Undone extends Error {
  constructor(readonly startsAt: Date) {
    super("not free");
  }
}

/**
 * Other times for a customer to choose from, all of them or none: each is kept for them until they answer or the time is
 * up. What was proposed before is withdrawn, and the booking stays where it is.
 */
export async function proposeTimes(scope: Scope, wish: ProposeWish): Promise<Result<Proposed, ProposeRefusal>> {
  const booking = await lockBooking(scope, wish.id);
  if (!booking) return refuse("unknown_booking");
  if (booking.mover !== "desk") return refuse("not_yours");
  const at = now();
  const isSeen = booking.startsAt === new Date(wish.from).toISOString();
  if (!isSeen || !mayPropose(booking, at)) return refuse("moved_on");
  const moving = await loadMoving(scope, booking.id);
  const asked = moving.lines.map(({ serviceId, staffId }) => ({
    serviceId,
    staffId: wish.staffId === "any" ? undefined : (wish.staffId ?? staffId),
  }));
  const ids = asked.map(({ serviceId }) => serviceId);
  const [, house] = await Promise.all([holdRules(scope), loadHouse(scope, ids, "promised")]);
  const wanted = candidates(house, asked);
  if (!wanted.found) return refuse(wanted.missing === "service" ? "unknown_service" : "unknown_staff");
  const { staffIds, resourceIds } = involved(wanted.found);
  await lockTime(scope, [...staffIds, ...resourceIds], booking.phone ?? booking.customerId);
  const told: DomainEvent[] = [];
  try {
    await scope.tx.transaction(async (savepoint) => {
      const inside = { ...scope, tx: savepoint } as Scope;
      const freed = await letGo(inside, sql`h.booking_id = ${booking.id}`, "withdrawn");
      told.push(...freed.map((slot) => ({ name: "slot.freed" as const, ...slot })));
      for (const startsAt of wish.times) told.push(await keep(inside, house, wanted.found, { moving, startsAt }));
    });
  } catch (error) {
    if (error instanceof Undone) return refuse("slot_taken", { startsAt: error.startsAt.toISOString() });
    throw error;
  }
  for (const event of told) recordEvent(scope, event);
  if (booking.status === "requested") await waitForAnswer(scope, booking.id, wish.times);
  const before = {
    startsAt: booking.startsAt,
    staffIds: moving.lines.map(({ staffId }) => staffId),
    expiresAt: booking.expiresAt,
  };
  const changeId = await writeChange(scope, booking, { move: "propose", to: booking.status, at, reason: "", before });
  return ok({ id: booking.id, changeId });
}

type Keeping = { moving: Moving; startsAt: Date };

async function keep(
  scope: Scope,
  house: House,
  lines: Candidates,
  { moving, startsAt }: Keeping,
): Promise<DomainEvent> {
  // The booking stays where it is, so its own time is in the way as well.
  const taken = await loadTaken(scope, involved(lines), ...around(startsAt));
  const habits = { usual: {}, visits: [] };
  const placed = placeAt(house, lines, startsAt, { channel: "desk", habits, taken, moving });
  const seating = placed && seatVisit(house, lines, placed, taken);
  const expiresAt = new Date(heldUntil(proposalMinutes, startsAt));
  const kept =
    seating &&
    (await writeHold(scope, {
      for: { bookingId: moving.id },
      placed,
      seating,
      expired: taken.expired,
      expiresAt,
      lines: moving.lines,
    }));
  if (!kept) throw new Undone(startsAt);
  return kept;
}

/** A request waits as long as what is proposed instead of it. */
async function waitForAnswer(scope: Scope, bookingId: string, times: readonly Date[]): Promise<void> {
  const last = new Date(Math.max(...times.map((time) => Date.parse(heldUntil(proposalMinutes, time)))));
  await scope.tx.execute(sql`
    update bookings set expires_at = least(starts_at, greatest(expires_at, ${last.toISOString()}::timestamptz))
    where tenant_id = ${scope.tenantId} and id = ${bookingId}`);
}
