import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { keepUntil } from "./take-time";

/** Holds the time until then. */
export async function keepForPayment(scope: Scope, bookingId: string, until: Date): Promise<string | null> {
  await scope.tx.execute(sql`
    update bookings set expires_at = greatest(expires_at, least(${until.toISOString()}, created_at + interval '20 minutes'))
    where tenant_id = ${scope.tenantId} and id = ${bookingId}`);
  await keepUntil(scope, bookingId, until);
  return until.toISOString();
}
