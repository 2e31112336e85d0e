import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { ok, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { ChangeAnswer } from "./change-booking";
import { withdrawProposals } from "./internal/apply-change";
import { askedToMove } from "./internal/asked";
import { writeChange } from "./internal/changes";
import { lockBooking } from "./internal/lock-booking";
import { mayPropose, undoMs } from "./rules";
import { thinkAgainUntil } from "./terms";

/**
 * The house has asked for another time and can keep it after all: the customer is told that nothing changes, and may think
 * again for as long as somebody who has just booked. What was proposed instead is anybody's again.
 */
export async function keepAsBooked(scope: Scope, id: string): Promise<ChangeAnswer> {
  const booking = await lockBooking(scope, id);
  if (!booking) return refuse("unknown_booking");
  const { status, startsAt } = booking;
  const at = now();
  if (!(await askedToMove(scope, id))) return refuse("moved_on", { status });
  // Whoever was told to stay away has not missed it.
  if (!mayPropose(booking, at)) return refuse("too_late");
  await withdrawProposals(scope, id);
  const until = thinkAgainUntil(new Date(startsAt), new Date(at.getTime() + undoMs)).toISOString();
  await scope.tx.execute(sql`
    update bookings set free_until = greatest(free_until, ${until}) where tenant_id = ${scope.tenantId} and id = ${id}
      and free_until is not null`);
  const changeId = await writeChange(scope, booking, { move: "keep", to: status, at, reason: "" });
  return ok({ id, changeId, status });
}
