import { now } from "@/lib/platform/clock";
import { ok, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { ChangeAnswer } from "./change-booking";
import { askedToMove } from "./internal/asked";
import { writeChange } from "./internal/changes";
import { lockBooking } from "./internal/lock-booking";

/** The house has asked for another time and can keep it after all: the customer is told that nothing changes. */
export async function keepAsBooked(scope: Scope, id: string): Promise<ChangeAnswer> {
  const booking = await lockBooking(scope, id);
  if (!booking) return refuse("unknown_booking");
  const { status } = booking;
  const isToCome = status === "requested" || status === "confirmed";
  if (!isToCome || !(await askedToMove(scope, id))) return refuse("moved_on", { status });
  const changeId = await writeChange(scope, booking, { move: "keep", to: status, at: now(), reason: "" });
  return ok({ id, changeId, status });
}
