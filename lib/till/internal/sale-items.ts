import { type SQL, sql } from "drizzle-orm";
import type { SaleStatus } from "@/db/schema/till";
import type { Scope } from "@/lib/tenancy/scope";
import { shownStatus } from "../rules";

export type SaleItem = {
  id: string;
  number: number;
  status: SaleStatus;
  customerName: string | null;
  what: string[];
  totalMinor: number;
  owedMinor: number;
  createdAt: string;
};

/** Over sales `s`, the latest first: their numbers go by when they were begun. */
export async function saleItems({ tx, tenantId }: Scope, which: SQL, most: number): Promise<SaleItem[]> {
  const rows = await tx.execute<SaleItem & { totalMinor: string; owedMinor: string }>(sql`
    select s.id, s.number, s.status, c.name as "customerName", s.total_minor as "totalMinor", s.created_at as "createdAt",
      w.what, o.owed as "owedMinor"
    from (select * from sales s where s.tenant_id = ${tenantId} and ${which} order by s.number desc limit ${most}) s
    left join customers c on c.tenant_id = s.tenant_id and c.id = s.customer_id
    left join lateral (select array_agg(l.name order by l.position) as what from sale_lines l
      where l.tenant_id = s.tenant_id and l.sale_id = s.id) w on true
    left join lateral (select coalesce(sum(e.debit_minor - e.credit_minor), 0) as owed from ledger_transactions t
      join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id and e.account = 'customers'
      where t.tenant_id = s.tenant_id and t.sale_id = s.id) o on true
    order by s.number desc`);
  return rows.map((row) => ({
    ...row,
    status: shownStatus(row.status, Number(row.owedMinor)),
    what: row.what ?? [],
    totalMinor: Number(row.totalMinor),
    owedMinor: Number(row.owedMinor),
    createdAt: new Date(row.createdAt).toISOString(),
  }));
}
