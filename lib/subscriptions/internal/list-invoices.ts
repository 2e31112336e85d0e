import { sql } from "drizzle-orm";
import type { InvoiceLine } from "@/db/schema/subscriptions";
import type { Scope } from "@/lib/tenancy/scope";
import type { How, Invoice } from "./invoices";

export type InvoiceItem = Pick<Invoice, "id" | "number" | "kind" | "status" | "dueOn" | "amountMinor" | "currency"> & {
  lines: InvoiceLine[];
  paidAt: string | null;
  paidBy: How["by"] | null;
  receipt: string | null;
};

/** Newest first; one business has few. */
const most = 100;

/** Those of this business, or the one that is named. */
export async function listInvoices({ tx, tenantId }: Scope, id?: string): Promise<InvoiceItem[]> {
  const rows = await tx.execute<InvoiceItem & { amountMinor: string }>(sql`
    select id, number, kind, status, due_on::text as "dueOn", amount_minor as "amountMinor", currency, lines,
      paid_at as "paidAt", paid_by as "paidBy", receipt
    from subscription_invoices where tenant_id = ${tenantId} ${id ? sql`and id = ${id}` : sql``}
    order by number desc limit ${most}`);
  return rows.map((row) => ({
    ...row,
    amountMinor: Number(row.amountMinor),
    paidAt: row.paidAt && new Date(row.paidAt).toISOString(),
  }));
}
