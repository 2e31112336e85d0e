import { sql } from "drizzle-orm";
import { lockSale } from "@/lib/payments/lock-sale";
import type { Scope } from "@/lib/tenancy/scope";
import { afterMoney, keepVisitPaid } from "./internal/after-money";
import { followDeposit } from "./internal/count-deposit";

type About = { saleId: string | null; bookingId: string | null };

/**
 * Money has come by itself, or turned out not to have come, for a sale or for the deposit of its booking: what owes nothing
 * any more is closed, what owes again is open again.
 */
export async function followMoney(scope: Scope, { saleId, bookingId }: About): Promise<void> {
  const id = saleId ?? (bookingId && (await saleOfBooking(scope, bookingId)));
  const sale = id && (await lockSale(scope, id));
  if (!sale || sale.status === "voided") return;
  await followDeposit(scope, sale);
  await afterMoney(scope, sale);
}

/** The same for what went back of it. */
export async function followRefund(scope: Scope, { refundId }: { refundId: string }): Promise<void> {
  const [about] = await scope.tx.execute<About>(sql`
    select sale_id as "saleId", booking_id as "bookingId" from refunds
    where tenant_id = ${scope.tenantId} and id = ${refundId}`);
  if (about) await followMoney(scope, about);
}

/** A booking that was paid before it was done: its visit, which is there now, knows what of it is paid. */
export async function keepWhatWasPaid(scope: Scope, { bookingId }: { bookingId: string }): Promise<void> {
  const id = await saleOfBooking(scope, bookingId);
  const sale = id && (await lockSale(scope, id));
  if (sale) await keepVisitPaid(scope, sale);
}

async function saleOfBooking({ tx, tenantId }: Scope, bookingId: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from sales where tenant_id = ${tenantId} and booking_id = ${bookingId} and status <> 'voided'`);
  return row?.id ?? null;
}
