import { sql } from "drizzle-orm";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { depositWasKept, reversed } from "../ledger";
import { recordEntries } from "../record-entries";
import type { Payment } from "./payment";

type Unpaid = Pick<Payment, "id" | "currency" | "timeZone"> & { bookingId: string };

/** A fee cannot be kept out of a deposit that never came: as far as there is none, it is owed. */
export async function unkeepFee(scope: Scope, { id, bookingId, currency, timeZone }: Unpaid): Promise<void> {
  const { tx, tenantId } = scope;
  const [row] = await tx.execute<{ deposits: string; fees: string }>(sql`
    select coalesce(sum(e.credit_minor - e.debit_minor) filter (where e.account = 'deposits'), 0) as deposits,
      coalesce(sum(e.credit_minor - e.debit_minor) filter (where e.account = 'fees'), 0) as fees
    from ledger_transactions t join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id
    where t.tenant_id = ${tenantId} and t.booking_id = ${bookingId}`);
  const [deposits, fees] = [Number(row!.deposits), Number(row!.fees)];
  const short = Math.min(Math.max(0, -deposits), fees);
  if (short > 0)
    await recordEntries(scope, {
      kind: "fee_taken_off",
      source: `fee of ${bookingId} without ${id} ${newId()}`,
      entries: reversed(depositWasKept(short)),
      ...{ currency, timeZone, bookingId },
    });
  // Before it is final nothing is written of it; then what is left is what can be kept.
  const kept = fees > 0 ? fees - short : Math.max(0, deposits);
  await tx.execute(sql`
    update booking_fees set from_deposit_minor = ${kept}::bigint, status = case when amount_minor > ${kept}::bigint then 'owed' else status end
    where tenant_id = ${tenantId} and booking_id = ${bookingId} and status in ('owed', 'kept') and from_deposit_minor > ${kept}::bigint`);
}
