import { sql } from "drizzle-orm";
import { customerLike } from "@/lib/customers/customer-like";
import { betweenDays } from "@/lib/tenancy/between-days";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import type { SalesQuery } from "./input";
import { type SaleItem, saleItems } from "./internal/sale-items";

export type SalePage = { items: SaleItem[]; nextCursor: string | null; position: string };

/** What was sold, the latest first, page by page. The last one's number is the cursor. */
export async function listSales(scope: Scope, { limit, cursor, customer, ...days }: SalesQuery): Promise<SalePage> {
  const { tenantId, actor } = scope;
  const whose = customer
    ? sql`and exists (select 1 from customers c
        where c.tenant_id = s.tenant_id and c.id = s.customer_id and ${customerLike(customer, actor)})`
    : sql``;
  const before = cursor ? sql`and s.number < ${cursor}` : sql``;
  const [head, found] = await Promise.all([
    headOf(scope),
    saleItems(scope, sql`true ${whose} ${betweenDays(tenantId, sql`s.created_at`, days)} ${before}`, limit + 1),
  ]);
  const items = found.slice(0, limit);
  return {
    items,
    nextCursor: found.length > limit ? String(items.at(-1)!.number) : null,
    position: writePosition(head),
  };
}
