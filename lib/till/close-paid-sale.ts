import { sql } from "drizzle-orm";
import { lockSale } from "@/lib/payments/lock-sale";
import type { Scope } from "@/lib/tenancy/scope";
import { afterMoney, keepVisitPaid } from "./internal/after-money";

/** Money has come for it by itself: what owes nothing any more is closed. */
export async function closePaidSale(scope: Scope, { saleId }: { saleId: string | null }): Promise<void> {
  const sale = saleId && (await lockSale(scope, saleId));
  if (sale) await afterMoney(scope, sale);
}

/** A booking that was paid before it was done: its visit, which is there now, knows what of it is paid. */
export async function keepWhatWasPaid(scope: Scope, { bookingId }: { bookingId: string }): Promise<void> {
  const [row] = await scope.tx.execute<{ id: string }>(sql`
    select id from sales where tenant_id = ${scope.tenantId} and booking_id = ${bookingId} and status <> 'voided'`);
  const sale = row && (await lockSale(scope, row.id));
  if (sale) await keepVisitPaid(scope, sale);
}
