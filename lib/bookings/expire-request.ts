import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { changeBooking } from "./change-booking";

/** A request that nobody answered in time is none any more; one that was answered, or waits longer by now, stays. */
export async function expireRequest(scope: Scope, id: string): Promise<void> {
  const due = await scope.tx.execute(sql`
    select 1 from bookings where tenant_id = ${scope.tenantId} and id = ${id} and status = 'requested'
      and expires_at <= ${now().toISOString()} for update`);
  if (due.length > 0) await changeBooking(scope, { id, move: "expire", from: "requested" });
}
