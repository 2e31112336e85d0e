import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { writeChange } from "./internal/changes";
import { lockBooking } from "./internal/lock-booking";
import { heldUntil } from "./internal/write-booking";
import { hasRunOut, mostHoldMinutes } from "./rules";
import { keepUntil } from "./take-time";

export type ExtendRefusal =
  | { refusal: "unknown_booking" }
  | { refusal: "not_yours" }
  | { refusal: "moved_on" }
  | { refusal: "hold_over" }
  /** It has been held for as long as anything is. */
  | { refusal: "held_long" };

/** Holds a time for so many minutes from now, while it is still held. */
export async function extendHold(
  scope: Scope,
  { id, minutes }: { id: string; minutes: number },
): Promise<Result<{ id: string; expiresAt: string }, ExtendRefusal>> {
  const booking = await lockBooking(scope, id);
  if (!booking) return refuse("unknown_booking");
  if (booking.mover !== "desk") return refuse("not_yours");
  if (booking.status !== "held") return refuse("moved_on");
  const at = now();
  if (hasRunOut(booking, at)) return refuse("hold_over");
  const longest = Date.parse(booking.createdAt) + mostHoldMinutes * 60_000;
  const wanted = Date.parse(heldUntil(minutes, new Date(booking.startsAt)));
  const until = new Date(Math.min(wanted, longest));
  if (until.getTime() <= Date.parse(booking.expiresAt ?? "")) return refuse("held_long");
  await scope.tx.execute(sql`
    update bookings set expires_at = ${until.toISOString()} where tenant_id = ${scope.tenantId} and id = ${id}`);
  await keepUntil(scope, id, until);
  await writeChange(scope, booking, { move: "extend", to: "held", at, reason: "" });
  return ok({ id, expiresAt: until.toISOString() });
}
