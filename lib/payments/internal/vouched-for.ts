import { sql } from "drizzle-orm";
import { openSealed } from "@/lib/platform/seal";
import type { Scope } from "@/lib/tenancy/scope";
import type { Payment } from "./payment";
import { callbackPlace, readBody } from "./read-one";

/** What a callback said that was not believed by itself, and says the same as Safaricom does now that it was asked. */
export async function vouchedFor(scope: Scope, payment: Payment): Promise<{ receipt: string; at: Date | null } | null> {
  const kept = await scope.tx.execute<{ sealed: string }>(sql`
    select sealed from payment_callbacks where tenant_id = ${scope.tenantId} and payment_id = ${payment.id}
      and verdict in ('adopt', 'unlisted') and sealed <> '' order by created_at`);
  for (const { sealed } of kept) {
    const told = readBody(openSealed(sealed, callbackPlace(scope.tenantId, payment.id)));
    if (told.kind !== "paid" || !told.receipt || told.amountKes === null) continue;
    const isIts =
      told.checkoutRequestId === payment.checkoutRequestId && told.merchantRequestId === payment.merchantRequestId;
    if (isIts && told.amountKes * 100 === payment.amountMinor) return { receipt: told.receipt, at: told.at };
  }
  return null;
}
