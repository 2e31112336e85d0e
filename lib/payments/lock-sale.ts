import { type SQL, sql } from "drizzle-orm";
import type { SaleStatus } from "@/db/schema/till";
import type { Scope } from "@/lib/tenancy/scope";

/** A sale to which nobody else does anything until this transaction ends. */
export type LockedSale = {
  id: string;
  number: number;
  status: SaleStatus;
  bookingId: string | null;
  visitId: string | null;
  customerId: string | null;
  totalMinor: number;
  vatPercent: number | null;
  revision: number;
  currency: string;
  timeZone: string;
  /** By the ledger; below nothing when too much was paid. */
  owedMinor: number;
};

/** Over `s`: the entries that the ledger has for it on these accounts, as debit less credit. */
const balanceOn = (accounts: SQL): SQL => sql`(
  select coalesce(sum(e.debit_minor - e.credit_minor), 0) from ledger_transactions t
  join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id and e.account in (${accounts})
  where t.tenant_id = s.tenant_id and t.sale_id = s.id)`;

/** Over `s`: what it still owes. */
export const owedOf = (): SQL => balanceOn(sql`'customers'`);

/** Over `s`: what was paid of it and has not gone back: what it is charged for, less what it owes. */
export const paidOf = (): SQL =>
  sql`-${balanceOn(sql`'customers', 'services', 'products', 'vat', 'tips', 'discounts'`)}`;

export async function lockSale({ tx, tenantId }: Scope, id: string): Promise<LockedSale | null> {
  await tx.execute(sql`select 1 from sales where tenant_id = ${tenantId} and id = ${id} for update`);
  // A statement of its own: it sees what whoever held the lock has left.
  const [row] = await tx.execute<LockedSale & { totalMinor: string; owedMinor: string }>(sql`
    select s.id, s.number, s.status, s.booking_id as "bookingId", s.visit_id as "visitId",
      s.customer_id as "customerId", s.total_minor as "totalMinor", s.vat_percent as "vatPercent", s.revision,
      s.currency, t.time_zone as "timeZone", ${owedOf()} as "owedMinor"
    from sales s join tenants t on t.id = s.tenant_id where s.tenant_id = ${tenantId} and s.id = ${id}`);
  return row ? { ...row, totalMinor: Number(row.totalMinor), owedMinor: Number(row.owedMinor) } : null;
}
