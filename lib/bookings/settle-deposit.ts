import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import { now } from "@/lib/platform/clock";
import { isOpen } from "@/lib/tenancy/is-open";
import { holdRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import { applyChange } from "./internal/apply-change";
import { bookedInstead } from "./internal/booked-instead";
import { type LockedBooking, lockBooking } from "./internal/lock-booking";
import { loadMoving } from "./internal/moving";
import { setDeposit } from "./internal/paid-deposit";
import { putBooking } from "./internal/put-booking";
import { waitsUntil } from "./internal/write-booking";
import { hasRunOut } from "./rules";

/**
 * `paid`: in time. `rebooked`: too late, but its own time was still free, and it stands there again. `instead`: too late,
 * and it pays for what the customer booked instead. `too_late`: it can no longer be had, the house is closed by now, something else was booked
 * instead, it was paid or waived before, was ended by somebody, or it is less than was asked for: nothing is changed, and
 * the money is owed back.
 */
export type Settled = { as: "paid" | "rebooked" | "too_late" } | { as: "instead"; bookingId: string };

/** The money that a booking waits for has come; for payments, in their own transaction. */
export async function settleDeposit(
  scope: Scope,
  bookingId: string,
  { amountMinor }: { amountMinor: number },
): Promise<Settled> {
  // Before the booking: whoever changes the rules waits for bookings, and not the other way round.
  await holdRules(scope);
  const booking = await lockBooking(scope, bookingId);
  // Less than is due pays for nothing.
  if (booking?.deposit !== "due" || amountMinor < booking.depositMinor!) return { as: "too_late" };
  const { status } = booking;
  if (status === "held" && !hasRunOut(booking, now())) return { as: await inTime(scope, booking) };
  if (status !== "held" && status !== "expired") return { as: "too_late" };
  const insteadId = await bookedInstead(scope, bookingId);
  if (insteadId) return settleInstead(scope, insteadId, amountMinor);
  return { as: (await isPutBack(scope, booking)) ? "rebooked" : "too_late" };
}

/** Two visits of one wish are one too many: the money is for the one that they chose last, if that waits for as much. */
async function settleInstead(scope: Scope, bookingId: string, amountMinor: number): Promise<Settled> {
  const booking = await lockBooking(scope, bookingId);
  const waits = booking?.deposit === "due" && booking.status === "held" && !hasRunOut(booking, now());
  if (!waits || amountMinor < booking.depositMinor!) return { as: "too_late" };
  await inTime(scope, booking);
  return { as: "instead", bookingId };
}

async function inTime(scope: Scope, booking: LockedBooking): Promise<"paid"> {
  const at = now();
  const to = await statusAfter(scope, booking);
  const expiresAt = to === "requested" ? waitsUntil(new Date(booking.startsAt), at) : null;
  await setDeposit(scope, booking.id, "paid");
  await scope.tx.execute(sql`
    update bookings set expires_at = ${expiresAt}::timestamptz where tenant_id = ${scope.tenantId} and id = ${booking.id}`);
  const paid = await applyChange(scope, booking, { move: "pay", to, at, reason: "" });
  if (!paid.ok) throw new Error(`a booking that is held was not booked: ${paid.refusal}`);
  return "paid";
}

/** Its time was anybody's meanwhile: the engine and the constraint say whether it can be had again. */
async function isPutBack(scope: Scope, booking: LockedBooking): Promise<boolean> {
  const startsAt = new Date(booking.startsAt);
  // A house that takes no bookings is promised to nobody anew, whoever paid for it.
  if (startsAt <= now() || !(await isOpen(scope))) return false;
  const moving = await loadMoving(scope, booking.id);
  const to = await statusAfter(scope, booking);
  const put = await putBooking(scope, {
    booking,
    moving,
    asked: moving.lines.map(({ serviceId, staffId }) => ({ serviceId, staffId })),
    startsAt,
    step: { settles: to },
  });
  if (put.ok) await setDeposit(scope, booking.id, "paid");
  return put.ok;
}

/** What it would be without a deposit: where the desk says yes by hand, it is asked now. */
async function statusAfter(
  scope: Scope,
  booking: LockedBooking,
): Promise<Extract<BookingStatus, "confirmed" | "requested">> {
  const [row] = await scope.tx.execute<{ by_hand: boolean }>(sql`
    select b.source <> 'desk' and bool_or(coalesce(s.confirm, t.policy->>'confirm') = 'desk') as by_hand
    from bookings b join tenants t on t.id = b.tenant_id
    join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
    join services s on s.tenant_id = l.tenant_id and s.id = l.service_id
    where b.tenant_id = ${scope.tenantId} and b.id = ${booking.id} group by b.source`);
  return row?.by_hand ? "requested" : "confirmed";
}
