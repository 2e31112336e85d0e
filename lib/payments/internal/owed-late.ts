import { sql } from "drizzle-orm";
import { holdBooking } from "@/lib/bookings/hold-booking";
import type { Scope } from "@/lib/tenancy/scope";
import type { Owed } from "./owed";

type BookingRow = { currency: string; customer_id: string };

/**
 * The deposit of a booking, also of one whose time was let go meanwhile: it may be had again. Whoever has paid more has
 * paid it; less pays for nothing.
 */
export async function owedLate(
  scope: Scope,
  bookingId: string,
  amountMinor: number,
): Promise<Owed | { refusal: "nothing_due" }> {
  const { tx, tenantId } = scope;
  await holdBooking(scope, bookingId);
  const [row] = await tx.execute<BookingRow>(sql`
    select currency, customer_id from bookings where tenant_id = ${tenantId} and id = ${bookingId}
      and deposit = 'due' and deposit_minor <= ${amountMinor}::bigint`);
  if (!row) return { refusal: "nothing_due" };
  return {
    ...{ bookingId, saleId: null, customerId: row.customer_id, currency: row.currency },
    ...{ amountMinor, reference: null, attempt: 1 },
  };
}
