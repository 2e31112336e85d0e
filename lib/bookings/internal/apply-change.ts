import type { BookingStatus } from "@/db/schema/bookings";
import { ok, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { ChangeAnswer } from "../change-booking";
import { keepTime } from "../take-time";
import { type Step, writeChange } from "./changes";
import type { LockedBooking } from "./lock-booking";

/** The time first: when it is somebody else's by now, nothing is changed. */
export async function applyChange(
  scope: Scope,
  booking: LockedBooking,
  change: { move: Step; to: BookingStatus; at: Date; reason: string; undoes?: string },
): Promise<ChangeAnswer> {
  const { to, at } = change;
  if (!(await keepTime(scope, booking.id, { was: booking.status, is: to, at }))) return refuse("time_taken");
  const changeId = await writeChange(scope, booking, change);
  return ok({ id: booking.id, changeId, status: to });
}
