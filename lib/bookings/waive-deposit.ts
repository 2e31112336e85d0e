import { type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type Changed, type ChangeRefusal, changeBooking } from "./change-booking";
import { lockBooking } from "./internal/lock-booking";

/** The house promises it without being paid beforehand. */
export async function waiveDeposit(
  scope: Scope,
  { id, reason }: { id: string; reason: string },
): Promise<Result<Changed, ChangeRefusal | { refusal: "nothing_due" }>> {
  const booking = await lockBooking(scope, id);
  if (!booking) return refuse("unknown_booking");
  if (booking.deposit !== "due") return refuse("nothing_due");
  return changeBooking(scope, { id, move: "confirm", from: "held", reason });
}
