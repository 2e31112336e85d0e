import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

export type Part = "revenue" | "stock" | "expenses" | "earnings";

/**
 * Every amount that counts for profit in these days: what came in, and each part of what it cost, all above nothing. The
 * figures, their days and their lines are read from it alike, so they add up to one another.
 */
export const whatCounts = ({ tenantId }: Scope, from: string, to: string): SQL => sql`(
  select 'revenue' as part, l.day, e.credit_minor - e.debit_minor as minor, l.sale_id, l.booking_id,
    null::uuid as expense_id, null::uuid as product_id, null::uuid as staff_id, null::text as reason, 0 as change
  from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
  where l.tenant_id = ${tenantId} and l.day between ${from} and ${to}
    and e.account in ('services', 'products', 'fees', 'discounts')
  union all
  -- What comes in costs when it goes.
  select 'stock', day, -cost_minor, null, null, null, product_id, null, reason, change from stock_movements
  where tenant_id = ${tenantId} and day between ${from} and ${to} and reason <> 'received'
  union all
  -- What was bought for stock costs when it is used.
  select 'expenses', day, amount_minor, null, null, id, null, null, null, 0 from expenses
  where tenant_id = ${tenantId} and day between ${from} and ${to} and voided_at is null and not for_stock
  union all
  select 'earnings', day, amount_minor, null, null, null, null, staff_id, null, 0 from earnings
  where tenant_id = ${tenantId} and day between ${from} and ${to} and kind = 'commission'
)`;
