import { sql } from "drizzle-orm";
import type { BookingStatus, BookingStep } from "@/db/schema/bookings";
import { recordEvent } from "@/lib/events/record-event";
import { ok, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { ChangeAnswer } from "../change-booking";
import { keepTime, letGo } from "../take-time";
import { writeChange } from "./changes";
import { settleFee } from "./fees";
import { uuids } from "./house";
import type { LockedBooking } from "./lock-booking";
import { hasMovedMoney, settlePaid } from "./paid-deposit";

/** Only what is to come, asked for or promised, may need another time. */
const mayNeedAnother: ReadonlySet<BookingStatus> = new Set(["requested", "confirmed"]);

/** The time first: when it is somebody else's by now, nothing is changed. */
export async function applyChange(
  scope: Scope,
  booking: LockedBooking,
  change: { move: BookingStep; to: BookingStatus; at: Date; reason: string; undoes?: string },
): Promise<ChangeAnswer> {
  const { to, at } = change;
  const { status, expiresAt } = booking;
  // Money that is on its way back does not turn round.
  if (change.move === "undo" && booking.deposit === "paid" && (await hasMovedMoney(scope, booking.id)))
    return refuse("too_late");
  if (!(await keepTime(scope, booking.id, { was: status, is: to, at, expiresAt }))) return refuse("time_taken");
  if (!mayNeedAnother.has(to)) await withdrawProposals(scope, booking.id);
  await settleFee(scope, booking, change);
  await settlePaid(scope, booking, change);
  const changeId = await writeChange(scope, booking, change);
  return ok({ id: booking.id, changeId, status: to });
}

/** Other times that were kept for one booking, or for several, are anybody's again. */
export async function withdrawProposals(
  scope: Scope,
  bookingIds: string | readonly string[],
  ended: "withdrawn" | "declined" = "withdrawn",
): Promise<void> {
  const freed = await letGo(scope, sql`h.booking_id = any(${uuids([bookingIds].flat())})`, ended);
  for (const slot of freed) recordEvent(scope, { name: "slot.freed", ...slot });
}
