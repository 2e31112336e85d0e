import { sql } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { type Owed, purposeOf } from "./owed";

/**
 * The payment that a code is for: one that was asked for and not paid, or a new one. A code that M-Pesa is only asked about
 * (`settles` false) is none of a prompt that is over: that would stay over, and the payer would read that nothing was paid.
 */
export const paymentOfCode = async (scope: Scope, owed: Owed, { settles }: { settles: boolean }): Promise<string> =>
  (await askedFor(scope, owed, settles)) ?? (await addCode(scope, owed));

/** What they were asked for, and say that they have paid: its own callback then finds it. */
async function askedFor({ tx, tenantId }: Scope, owed: Owed, settles: boolean): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from payments where tenant_id = ${tenantId} and (booking_id = ${owed.bookingId} or sale_id = ${owed.saleId} or invoice_id = ${owed.invoiceId ?? null})
      and amount_minor = ${owed.amountMinor} and (
        (method = 'prompt' and (status in ('submitting', 'pending', 'unknown')
          or (${settles} and status in ('needs_review', 'declined', 'expired'))))
        or (method = 'code' and status = 'created'))
    order by (status in ('submitting', 'pending', 'unknown')) desc, created_at desc limit 1 for update`);
  return row?.id ?? null;
}

/** What nobody was asked for. */
export async function addCode({ tx, tenantId, actor }: Scope, owed: Owed): Promise<string> {
  const id = newId();
  await tx.insert(payments).values({
    ...{ tenantId, id, method: "code", status: "created", createdAt: now() },
    ...{ bookingId: owed.bookingId, saleId: owed.saleId, customerId: owed.customerId },
    ...{ invoiceId: owed.invoiceId ?? null, businessId: owed.businessId ?? null },
    ...{ amountMinor: owed.amountMinor, currency: owed.currency },
    purpose: purposeOf(owed),
    byUserId: "userId" in actor ? actor.userId : null,
  });
  return id;
}
