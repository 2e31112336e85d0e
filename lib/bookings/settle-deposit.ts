import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { changeBooking } from "./change-booking";

/** The money of a booking's deposit has come. */
export async function settleDeposit(
  scope: Scope,
  bookingId: string,
  _paid: { amountMinor: number },
): Promise<{ as: "paid" | "rebooked" | "too_late" }> {
  const confirmed = await changeBooking(scope, { id: bookingId, move: "confirm", from: "held" });
  if (!confirmed.ok) return { as: "too_late" };
  await scope.tx.execute(
    sql`update bookings set deposit = 'paid' where tenant_id = ${scope.tenantId} and id = ${bookingId}`,
  );
  return { as: "paid" };
}
