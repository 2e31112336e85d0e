import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

export type RefundWhy = "cancelled" | "declined" | "late" | "returned" | "overpaid";
type Refund = { id: string; why: RefundWhy; bookingId: string | null; saleId: string | null };

/**
 * What the house still owes of what a refund gives back, by the ledger: it may have been used meanwhile, by a sale or by
 * another refund, one that is on its way too. Money that came too late is owed whatever else happens.
 */
export async function stillOwed(scope: Scope, { id, why, bookingId, saleId }: Refund): Promise<number> {
  if (why === "late" || why === "returned") return Number.POSITIVE_INFINITY;
  const account = saleId ? "customers" : "deposits";
  const of = (table: "t" | "r") =>
    saleId
      ? sql`${sql.identifier(table)}.sale_id = ${saleId}`
      : sql`${sql.identifier(table)}.booking_id = ${bookingId}`;
  const [owed] = await scope.tx.execute<{ minor: string }>(sql`
    select coalesce(sum(e.credit_minor - e.debit_minor), 0)
      - (select coalesce(sum(r.amount_minor), 0) from refunds r where r.tenant_id = ${scope.tenantId} and ${of("r")}
          and r.id <> ${id} and r.why in ('cancelled', 'declined', 'overpaid')
          and r.status in ('approved', 'submitting', 'submitted', 'needs_review')) as minor
    from ledger_transactions t
    join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id and e.account = ${account}
    where t.tenant_id = ${scope.tenantId} and ${of("t")}`);
  return Number(owed!.minor);
}

/** Whoever moves a sale's money locks the sale before its refunds. */
export async function lockSaleOfRefund({ tx, tenantId }: Scope, refundId: string): Promise<void> {
  await tx.execute(sql`
    select 1 from sales where tenant_id = ${tenantId}
      and id = (select sale_id from refunds where tenant_id = ${tenantId} and id = ${refundId}) for update`);
}
