import type { Segment } from "@/db/schema/services";
import { lengthOf } from "@/lib/availability/visit";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { holdRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import { lockBooking } from "./internal/lock-booking";
import { loadMoving } from "./internal/moving";
import { putBooking } from "./internal/put-booking";
import type { MoveRefusal } from "./move-booking";
import { mayMove } from "./rules";

/** `from` is when the booking was seen to be; `minutes` is how long all of the line takes, its gaps included. */
export type ResizeWish = { id: string; lineId: string; from: string; minutes: number };
export type Resized = { id: string; changeId: string; endsAt: string };
export type ResizeRefusal = MoveRefusal | { refusal: "too_short" };

/** What is left of the last piece of work at least. */
const leastMinutes = 5;

/** One service of a booking takes longer or shorter than was planned; what follows it in the visit begins later or sooner. */
export async function resizeBooking(scope: Scope, wish: ResizeWish): Promise<Result<Resized, ResizeRefusal>> {
  // Before the booking: whoever changes the rules waits for bookings, and not the other way round.
  await holdRules(scope);
  const booking = await lockBooking(scope, wish.id);
  if (!booking) return refuse("unknown_booking");
  if (!mayMove(booking, booking.mover, now())) return refuse(booking.mover === "staff" ? "not_yours" : "moved_on");
  if (booking.startsAt !== new Date(wish.from).toISOString()) return refuse("moved_on");
  const moving = await loadMoving(scope, booking.id);
  const line = moving.lines.find(({ id }) => id === wish.lineId);
  if (!line) return refuse("moved_on");
  const by = wish.minutes - lengthOf(line.segments);
  if (by === 0) return refuse("same_place");
  const segments = lasting(line.segments, by);
  if (!segments) return refuse("too_short");
  const lines = moving.lines.map((one) => (one === line ? { ...one, segments } : one));
  const put = await putBooking(scope, {
    booking,
    moving: { ...moving, lines },
    asked: lines.map(({ serviceId, staffId }) => ({ serviceId, staffId })),
    startsAt: new Date(booking.startsAt),
    step: { resizes: moving.lines.map((one) => one.segments) },
  });
  return put.ok ? ok({ id: booking.id, changeId: put.value.changeId, endsAt: put.value.endsAt }) : put;
}

/** The last piece of work is longer or shorter: what waits in between takes as long as it takes. */
function lasting(segments: readonly Segment[], by: number): Segment[] | null {
  const last = segments.at(-1)!;
  const minutes = last.minutes + by;
  return minutes < leastMinutes ? null : [...segments.slice(0, -1), { ...last, minutes }];
}
