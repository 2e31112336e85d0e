import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/**
 * What the ledger still has of a booking's deposit, in minor units: less what a sale has used, what was kept, and what stands
 * among what is to be given back. Never what the booking says was asked for: the money may be gone, or never have come.
 */
export async function depositLeft({ tx, tenantId }: Scope, bookingId: string): Promise<number> {
  const [row] = await tx.execute<{ minor: string }>(sql`
    select coalesce(sum(e.credit_minor - e.debit_minor), 0) - (select coalesce(sum(r.amount_minor), 0) from refunds r
      where r.tenant_id = ${tenantId} and r.booking_id = ${bookingId} and r.why in ('cancelled', 'declined', 'overpaid')
        and r.status not in ('withdrawn', 'done')) as minor
    from ledger_transactions t
    join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id and e.account = 'deposits'
    where t.tenant_id = ${tenantId} and t.booking_id = ${bookingId}`);
  return Math.max(0, Number(row?.minor ?? 0));
}
