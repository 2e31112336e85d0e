import { sql } from "drizzle-orm";
import { isHouse } from "@/lib/auth/actor-may";
import { changeBooking } from "@/lib/bookings/change-booking";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lockWaitlist } from "./internal/waits";

export type LeaveRefusal = { refusal: "unknown_entry" } | { refusal: "ended" };

/** The customer waits no more, or the desk takes them off; a time that is held for them is free again. */
export async function leaveWaitlist(scope: Scope, entryId: string): Promise<Result<{ id: string }, LeaveRefusal>> {
  await lockWaitlist(scope);
  const [entry] = await scope.tx.execute<{ customer_id: string; ended: string | null }>(sql`
    select customer_id, ended from waitlist_entries where tenant_id = ${scope.tenantId} and id = ${entryId}`);
  if (!entry) return refuse("unknown_entry");
  if (entry.ended) return refuse("ended");
  const by = isHouse(scope.actor) ? "desk" : "customer";
  await scope.tx.execute(sql`
    update waitlist_entries set ended = ${by === "desk" ? "removed" : "left"}, ended_at = ${now().toISOString()}
    where tenant_id = ${scope.tenantId} and id = ${entryId}`);
  const [held] = await scope.tx.execute<{ id: string }>(sql`
    select b.id from waitlist_offers o join bookings b on b.tenant_id = o.tenant_id and b.id = o.booking_id
    where o.tenant_id = ${scope.tenantId} and o.entry_id = ${entryId} and o.outcome is null and b.status = 'held'`);
  if (held) await changeBooking(scope, { id: held.id, move: "release", from: "held" });
  recordEvent(scope, { name: "waitlist.left", entryId, customerId: entry.customer_id, by });
  return ok({ id: entryId });
}
