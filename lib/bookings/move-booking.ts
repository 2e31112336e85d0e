import type { Channel } from "@/db/schema/tenants";
import { placeVisit } from "@/lib/availability/visit-plan";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type Candidates, candidates, involved } from "./internal/candidates";
import { writeChange } from "./internal/changes";
import { instantOf, linesFor, minuteOf } from "./internal/engine-input";
import { type House, loadHouse } from "./internal/house";
import { type LockedBooking, lockBooking } from "./internal/lock-booking";
import { asAccepted, loadMoving, type Moving } from "./internal/moving";
import { putElsewhere } from "./internal/put-elsewhere";
import { rulesFor } from "./internal/rules-in-force";
import { seatVisit } from "./internal/seating";
import { loadTaken } from "./internal/taken-time";
import type { OpenSlot } from "./list-open-slots";
import { nearestSlots } from "./nearest-slots";
import { mayMove } from "./rules";
import { lockTime } from "./take-time";

/** `from` is when it was seen to be. Whoever is named serves all of it; by default who serves it now. */
export type MoveWish = { id: string; startsAt: Date; from: string; staffId?: string | "any" | undefined };

export type Moved = { id: string; changeId: string; startsAt: string };
export type MoveRefusal =
  | { refusal: "unknown_booking" }
  | { refusal: "moved_on" }
  | { refusal: "not_yours" }
  | { refusal: "unknown_service" }
  | { refusal: "unknown_staff" }
  | { refusal: "slot_taken"; alternatives: OpenSlot[] };

const dayMs = 86_400_000;
const nothingKnown = { usual: {}, visits: [] };

/** Puts a booking at another time or with somebody else, by the engine that offers times: all of it, or it stays where it is. */
export async function moveBooking(scope: Scope, wish: MoveWish): Promise<Result<Moved, MoveRefusal>> {
  const booking = await lockBooking(scope, wish.id);
  if (!booking) return refuse("unknown_booking");
  if (!mayMove(booking, booking.mover, now())) {
    return refuse(booking.mover === "staff" ? "not_yours" : "moved_on");
  }
  if (booking.startsAt !== new Date(wish.from).toISOString()) return refuse("moved_on");
  const moving = await loadMoving(scope, booking.id);
  const asked = moving.lines.map(({ serviceId, staffId }) => ({
    serviceId,
    staffId: wish.staffId === "any" ? undefined : (wish.staffId ?? staffId),
  }));
  return putBooking(scope, { booking, moving, asked, startsAt: wish.startsAt, step: "move" });
}

type Putting = {
  booking: LockedBooking;
  moving: Moving;
  asked: { serviceId: string; staffId: string | undefined }[];
  startsAt: Date;
  /** What its history says: moved, or put back. */
  step: "move" | "undo";
};

/** The same for a booking that is locked already. */
export async function putBooking(scope: Scope, putting: Putting): Promise<Result<Moved, MoveRefusal>> {
  const { booking, moving, asked, startsAt, step } = putting;
  const house = await loadHouse(scope, [...new Set(asked.map(({ serviceId }) => serviceId))]);
  const wanted = candidates(house, asked);
  if (!wanted.found) return refuse(wanted.missing === "service" ? "unknown_service" : "unknown_staff");
  const lines = wanted.found;
  const { staffIds, resourceIds } = involved(lines);
  const [from, to] = [new Date(startsAt.getTime() - dayMs), new Date(startsAt.getTime() + 2 * dayMs)];
  const [, taken] = await Promise.all([
    lockTime(scope, [...staffIds, ...resourceIds], booking.customerId),
    loadTaken(scope, { staffIds, resourceIds }, from, to, booking.id),
  ]);
  const placed = placeVisit(...engineInput(house, lines, startsAt, booking, moving, taken));
  const seating = placed && seatVisit(house, lines, placed, taken);
  const isPut = seating && (await putElsewhere(scope, moving, { placed, seating, expired: taken.expired }));
  if (!isPut) {
    const alternatives = await nearestSlots(scope, house, lines, startsAt, { channel: channelOf(booking) }, moving);
    return refuse("slot_taken", { alternatives });
  }
  const before = { startsAt: booking.startsAt, staffIds: moving.lines.map(({ staffId }) => staffId) };
  const moved = {
    startsAt: instantOf(placed[0]!.from).toISOString(),
    endsAt: instantOf(placed.at(-1)!.to).toISOString(),
  };
  const told = {
    ...booking,
    ...moved,
    staffIds: [...new Set([...before.staffIds, ...placed.map((one) => one.staffId)])],
  };
  const change = { move: step, to: booking.status, at: now(), reason: "", ...(step === "move" ? { before } : {}) };
  return ok({ id: booking.id, changeId: await writeChange(scope, told, change), startsAt: moved.startsAt });
}

function engineInput(
  house: House,
  lines: Candidates,
  startsAt: Date,
  booking: LockedBooking,
  moving: Moving,
  taken: Awaited<ReturnType<typeof loadTaken>>,
) {
  const date = localDate(startsAt, house.timeZone);
  const offered = linesFor(house, lines, { from: date, to: addDays(date, 1) }, taken, nothingKnown);
  const asker = { channel: channelOf(booking), habits: nothingKnown };
  const starts = booking.mover === "desk" ? "any" : "on_step";
  const rules = rulesFor(house, lines, { from: date, to: date }, asker, starts);
  return [asAccepted(offered, moving), minuteOf(startsAt), rules] as const;
}

const channelOf = ({ mover }: LockedBooking): Channel => (mover === "desk" ? "desk" : "public");
