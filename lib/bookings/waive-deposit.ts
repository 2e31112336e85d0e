import { now } from "@/lib/platform/clock";
import { type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { Changed, ChangeRefusal } from "./change-booking";
import { applyChange } from "./internal/apply-change";
import { lockBooking } from "./internal/lock-booking";
import { moves, obstacleTo } from "./rules";

/** The house promises it without being paid beforehand. */
export async function waiveDeposit(
  scope: Scope,
  { id, reason }: { id: string; reason: string },
): Promise<Result<Changed, ChangeRefusal | { refusal: "nothing_due" }>> {
  const booking = await lockBooking(scope, id);
  if (!booking) return refuse("unknown_booking");
  if (booking.deposit !== "due") return refuse("nothing_due");
  const at = now();
  const obstacle = obstacleTo("confirm", { ...booking, deposit: null }, booking.mover, at);
  if (obstacle === "moved_on") return refuse(obstacle, { status: booking.status });
  if (obstacle) return refuse(obstacle);
  return applyChange(scope, booking, { move: "confirm", to: moves.confirm.to, at, reason });
}
