import { sql } from "drizzle-orm";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { depositCame, moneyCameLate, saleWasPaid, takenBack } from "../ledger";
import { recordEntries } from "../record-entries";
import { squareOverpaid } from "../square-overpaid";
import { doubt } from "./doubt";
import { levelByHand } from "./level-by-hand";
import type { Payment } from "./payment";

/** It was taken for paid, and Safaricom's list shows that it was not. */
export async function unsettle(scope: Scope, payment: Payment): Promise<void> {
  const { id, amountMinor, currency, timeZone, bookingId, saleId } = payment;
  const [last] = await scope.tx.execute<{ kind: string }>(sql`
    select kind from ledger_transactions where tenant_id = ${scope.tenantId} and payment_id = ${id}
      and kind in ('money_late', 'deposit', 'sale') order by created_at desc limit 1`);
  const came = last?.kind === "money_late" ? moneyCameLate : saleId ? saleWasPaid : depositCame;
  const nth = `taken back ${id} ${newId()}`;
  await recordEntries(scope, {
    kind: "taken_back",
    source: nth,
    entries: takenBack(came(payment.proof === "word" ? "mpesa_by_hand" : "mpesa", amountMinor)),
    ...{ currency, timeZone, paymentId: id, bookingId: bookingId ?? undefined, saleId: saleId ?? undefined },
  });
  if (payment.proof === "word") await levelByHand(scope, payment, nth);
  // What it was to give back it never had.
  await scope.tx.execute(sql`
    update refunds set status = 'withdrawn' where tenant_id = ${scope.tenantId} and payment_id = ${id}
      and status in ('queued', 'asked', 'approved')`);
  await scope.tx.execute(sql`
    update mpesa_receipts set payment_id = null where tenant_id = ${scope.tenantId} and payment_id = ${id}`);
  await scope.tx.execute(sql`
    update payments set status = 'needs_review', receipt = null, proof = null
    where tenant_id = ${scope.tenantId} and id = ${id}`);
  // Another payment of it was too much only as long as this one stood.
  if (saleId) await squareOverpaid(scope, { ...payment, id: saleId });
  await doubt(scope, payment, "receipt_of_another");
}
