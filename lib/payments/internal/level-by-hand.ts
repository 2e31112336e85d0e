import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { codeWasVerified, takenBack } from "../ledger";
import { recordEntries } from "../record-entries";
import type { Payment } from "./payment";

/**
 * A code that lay apart lies there no longer. What was given back from there meanwhile went out of the M-Pesa account after
 * all: nothing can be less than nothing of what lies apart.
 */
export async function levelByHand(scope: Scope, payment: Payment, nth: string): Promise<void> {
  const { id, saleId, bookingId, currency, timeZone } = payment;
  const [row] = await scope.tx.execute<{ minor: string }>(sql`
    select coalesce(sum(e.debit_minor - e.credit_minor), 0) as minor from ledger_transactions t
    join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id and e.account = 'mpesa_by_hand'
    where t.tenant_id = ${scope.tenantId} and ${saleId ? sql`t.sale_id = ${saleId}` : sql`t.booking_id = ${bookingId}`}`);
  const below = -Number(row!.minor);
  if (below <= 0) return;
  await recordEntries(scope, {
    kind: "refund_verified",
    source: `refunds from ${nth} ${id}`,
    entries: takenBack(codeWasVerified(below)),
    ...{ currency, timeZone, paymentId: id, saleId: saleId ?? undefined, bookingId: bookingId ?? undefined },
  });
}
