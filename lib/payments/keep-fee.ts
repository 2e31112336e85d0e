import { sql } from "drizzle-orm";
import { depositLeft } from "@/lib/bookings/deposit-left";
import { holdBooking } from "@/lib/bookings/hold-booking";
import type { Scope } from "@/lib/tenancy/scope";
import { depositWasKept } from "./ledger";
import { recordEntries } from "./record-entries";

/** What the accepted terms keep out of a deposit is the house's now, if that is still so. */
export async function keepFee(scope: Scope, { bookingId }: { bookingId: string }): Promise<void> {
  // Whoever comes after all in the last minute of the day is before this, or after it.
  await holdBooking(scope, bookingId);
  const [fee] = await scope.tx.execute<{ kept: string; forgiven: string; currency: string; time_zone: string }>(sql`
    select f.from_deposit_minor as kept, f.currency, t.time_zone,
      (select count(*) from ledger_transactions w where w.tenant_id = b.tenant_id and w.booking_id = b.id
        and w.kind in ('fee_forgiven', 'fee_taken_off')) as forgiven
    from booking_fees f
    join bookings b on b.tenant_id = f.tenant_id and b.id = f.booking_id and b.status in ('cancelled', 'no_show')
    join tenants t on t.id = f.tenant_id
    where f.tenant_id = ${scope.tenantId} and f.booking_id = ${bookingId} and f.from_deposit_minor > 0
      and f.status <> 'taken_back' for update of f`);
  if (!fee) return;
  const kept = Math.min(Number(fee.kept), await depositLeft(scope, bookingId));
  if (kept === 0) return;
  await recordEntries(scope, {
    kind: "fee_kept",
    source: `fee ${bookingId}${Number(fee.forgiven) > 0 ? ` again ${fee.forgiven}` : ""}`,
    entries: depositWasKept(kept),
    currency: fee.currency,
    timeZone: fee.time_zone,
    bookingId,
  });
}
