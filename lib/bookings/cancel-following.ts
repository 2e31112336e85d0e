import { sql } from "drizzle-orm";
import type { z } from "zod";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { ChangeRefusal } from "./change-booking";
import { withdrawProposals } from "./internal/apply-change";
import { writeChanges } from "./internal/changes";
import { lockBookings } from "./internal/lock-booking";
import { moves, obstacleTo } from "./rules";
import type { cancelFollowingInput } from "./series-input";
import { giveBack } from "./take-time";

export type Cancelled = { steps: { id: string; changeId: string }[] };

/**
 * Cancels one of a series and those after it that can still be cancelled, which the customer hears in one message. Who is
 * here already, or was, is left alone. For the desk, which makes nobody pay for what it cancels itself.
 */
export async function cancelFollowing(
  scope: Scope,
  { id, from, following: seen, reason = "" }: z.output<typeof cancelFollowingInput>,
): Promise<Result<Cancelled, ChangeRefusal>> {
  const following = await scope.tx.execute<{ id: string }>(sql`
    select s.id from bookings b
    join bookings s on s.tenant_id = b.tenant_id and s.series_id = b.series_id and s.starts_at >= b.starts_at
    where b.tenant_id = ${scope.tenantId} and b.id = ${id}`);
  const found = await lockBookings(
    scope,
    following.map((one) => one.id),
  );
  const first = found.get(id);
  if (!first) return refuse("unknown_booking");
  const at = now();
  const obstacle = obstacleTo("cancel", first, first.mover, at);
  if (obstacle === "moved_on" || first.status !== from) return refuse("moved_on", { status: first.status });
  if (obstacle) return refuse(obstacle);
  const bookings = [...found.values()]
    .filter((booking) => obstacleTo("cancel", booking, booking.mover, at) === null)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const ids = bookings.map((booking) => booking.id);
  // One was moved before or behind it since somebody looked, or somebody else has cancelled one.
  if (ids.length !== seen.length || ids.some((own) => !seen.includes(own)))
    return refuse("moved_on", { status: first.status });
  await giveBack(scope, ids);
  await withdrawProposals(scope, ids);
  const change = { move: "cancel" as const, to: moves.cancel.to, at, reason };
  const changeIds = await writeChanges(
    scope,
    bookings.map((booking) => ({ booking, change })),
    { together: true },
  );
  return ok({ steps: ids.map((own, n) => ({ id: own, changeId: changeIds[n]! })) });
}
