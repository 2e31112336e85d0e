import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { uuids } from "@/lib/platform/uuids";
import type { Scope } from "@/lib/tenancy/scope";
import { withdrawProposals } from "./internal/apply-change";
import { writeChanges } from "./internal/changes";
import { lockBookings } from "./internal/lock-booking";
import { moves, obstacleTo } from "./rules";
import { giveBack } from "./take-time";

/**
 * Cancels bookings that one file brought in, and frees their time, but those that somebody has changed or paid since, or that
 * have begun. Answers the ones that are cancelled. In as many statements for one as for a thousand.
 */
export async function takeBackBookings(
  scope: Scope,
  ids: readonly string[],
  { tells }: { tells: boolean },
): Promise<string[]> {
  const found = await lockBookings(scope, ids);
  const touched = await touchedAmong(scope, ids);
  const at = now();
  const bookings = [...found.values()].filter(
    (booking) => !touched.has(booking.id) && obstacleTo("cancel", booking, booking.mover, at) === null,
  );
  const cancelled = bookings.map(({ id }) => id);
  await giveBack(scope, cancelled);
  await withdrawProposals(scope, cancelled);
  const change = { move: "cancel" as const, to: moves.cancel.to, at, reason: "" };
  await writeChanges(
    scope,
    bookings.map((booking) => ({ booking, change })),
    { imported: { tells } },
  );
  return cancelled;
}

/** Everything that is done to a booking leaves a line in its history or in the audit log, or is money. */
async function touchedAmong({ tx, tenantId }: Scope, ids: readonly string[]): Promise<Set<string>> {
  const of = (table: string) => sql`select booking_id as id from ${sql.identifier(table)}
    where tenant_id = ${tenantId} and booking_id = any(${uuids(ids)})`;
  const rows = await tx.execute<{ id: string }>(sql`
    ${of("booking_changes")} union ${of("payments")} union ${of("sales")} union ${of("visits")}
    union select entity_id from audit_entries
      where tenant_id = ${tenantId} and entity_id = any(${uuids(ids)}) and action <> 'booking.overbooked'`);
  return new Set(rows.map(({ id }) => id));
}
