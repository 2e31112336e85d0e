import { sql } from "drizzle-orm";
import { refunds } from "@/db/schema/payments";
import { depositLeft } from "@/lib/bookings/deposit-left";
import { recordEvent } from "@/lib/events/record-event";
import { depositWasUsed, reversed } from "@/lib/payments/ledger";
import type { LockedSale } from "@/lib/payments/lock-sale";
import { recordEntries } from "@/lib/payments/record-entries";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { type Standing, standingOf } from "../standing-of";

type Sale = Pick<LockedSale, "id" | "bookingId" | "customerId" | "currency" | "timeZone">;

/** The deposit of its booking counts towards it, as far as it goes; what is too much of it goes back to the booking. */
export async function countDeposit(scope: Scope, sale: Sale, { owedMinor, depositMinor }: Standing): Promise<number> {
  if (!sale.bookingId) return owedMinor;
  const more =
    owedMinor > 0 ? Math.min(owedMinor, await depositLeft(scope, sale.bookingId)) : -Math.min(-owedMinor, depositMinor);
  if (more !== 0) await countTowards(scope, sale, more);
  return owedMinor - more;
}

/** A deposit that came after its sale was opened counts towards it; one that turned out not to have come does not any more. */
export async function followDeposit(scope: Scope, sale: Sale): Promise<void> {
  if (!sale.bookingId) return;
  const { owedMinor, depositMinor } = await standingOf(scope, sale.id);
  const short = Math.min(-(await depositBalance(scope, sale.bookingId)), depositMinor);
  const more = short > 0 ? -short : Math.min(Math.max(0, owedMinor), await depositLeft(scope, sale.bookingId));
  if (more !== 0) await countTowards(scope, sale, more);
}

/** So much more of it counts towards the sale, or less when it is below nothing. */
const countTowards = (scope: Scope, { id, bookingId, currency, timeZone }: Sale, minor: number) =>
  recordEntries(scope, {
    kind: "deposit_used",
    source: `deposit of sale ${id} ${newId()}`,
    entries: minor > 0 ? depositWasUsed(minor) : reversed(depositWasUsed(-minor)),
    ...{ currency, timeZone, saleId: id, bookingId: bookingId! },
  });

/** Below nothing when more of it was used than came. */
async function depositBalance({ tx, tenantId }: Scope, bookingId: string): Promise<number> {
  const [row] = await tx.execute<{ minor: string }>(sql`
    select coalesce(sum(e.credit_minor - e.debit_minor), 0) as minor from ledger_transactions t
    join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id and e.account = 'deposits'
    where t.tenant_id = ${tenantId} and t.booking_id = ${bookingId}`);
  return Number(row!.minor);
}

/** What the sale did not need of a deposit is owed to whoever paid it: it stands among what is to be given back. */
export async function giveBackRest(scope: Scope, sale: Sale): Promise<void> {
  if (!sale.bookingId) return;
  const left = await depositLeft(scope, sale.bookingId);
  if (left <= 0) return;
  const [paid] = await scope.tx.execute<{ id: string }>(sql`
    select p.id from payments p where p.tenant_id = ${scope.tenantId} and p.booking_id = ${sale.bookingId}
      and p.purpose = 'deposit' and p.status in ('paid', 'paid_late') and not exists (select 1 from refunds r
        where r.tenant_id = p.tenant_id and r.payment_id = p.id and r.why = 'late' and r.status <> 'withdrawn')
    order by p.settled_at limit 1`);
  const id = newId();
  await scope.tx.insert(refunds).values({
    tenantId: scope.tenantId,
    id,
    paymentId: paid?.id ?? null,
    bookingId: sale.bookingId,
    customerId: sale.customerId,
    amountMinor: left,
    currency: sale.currency,
    why: "overpaid",
    status: "queued",
    notBefore: now(),
    // Nobody has asked for it: it follows from the sale.
    byUserId: null,
    createdAt: now(),
  });
  recordEvent(scope, { name: "refund.changed", refundId: id });
}
