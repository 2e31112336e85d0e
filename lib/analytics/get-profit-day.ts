import { sql } from "drizzle-orm";
import type { StockReason, StockUnit } from "@/db/schema/inventory";
import type { Category } from "@/lib/expenses/rules";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { type Part, whatCounts } from "./internal/what-counts";

export type ProfitDay = {
  day: string;
  currency: string;
  /** What each sale brought, and each booking whose deposit was kept. */
  revenue: { saleId: string | null; bookingId: string | null; number: number | null; minor: number }[];
  stock: { productId: string; name: string; reason: StockReason; change: number; unit: StockUnit; minor: number }[];
  expenses: { expenseId: string; description: string; category: Category; minor: number }[];
  /** With the settled period that it stands in, if it is in one. */
  earnings: { staffId: string; name: string; periodId: string | null; minor: number }[];
};

type Row = {
  part: Part;
  minor: string;
  saleId: string | null;
  bookingId: string | null;
  number: number | null;
  productId: string;
  name: string;
  reason: StockReason;
  change: number;
  unit: StockUnit;
  expenseId: string;
  description: string;
  category: Category;
  staffId: string;
  periodId: string | null;
};

/** What the figures of one day are made of. */
export async function getProfitDay(scope: Scope, { day }: { day: string }): Promise<ProfitDay> {
  const { currency } = await houseOf(scope);
  const rows = await scope.tx.execute<Row>(sql`
    with lines as (
      -- What a booking paid ahead is its sale's once there is one.
      select part, sale_id, case when sale_id is null then booking_id end as booking_id, expense_id, product_id, staff_id,
        reason, sum(minor) as minor, sum(change)::int as change
      from ${whatCounts(scope, day, day)} c group by 1, 2, 3, 4, 5, 6, 7
    )
    select c.part, c.minor, c.sale_id as "saleId", c.booking_id as "bookingId", s.number, c.product_id as "productId",
      coalesce(p.name, t.name) as name, c.reason, c.change, i.unit, c.expense_id as "expenseId", x.description,
      x.category, c.staff_id as "staffId", (select q.id from payroll_periods q
        where q.tenant_id = ${scope.tenantId} and ${day} between q.from_day and q.to_day) as "periodId"
    from lines c
    left join sales s on s.tenant_id = ${scope.tenantId} and s.id = c.sale_id
    left join products p on p.tenant_id = ${scope.tenantId} and p.id = c.product_id
    left join stock_items i on i.tenant_id = ${scope.tenantId} and i.product_id = c.product_id
    left join expenses x on x.tenant_id = ${scope.tenantId} and x.id = c.expense_id
    left join staff t on t.tenant_id = ${scope.tenantId} and t.id = c.staff_id
    where c.minor <> 0
    order by s.number, name, x.description, c.reason, c.expense_id, c.booking_id`);
  const of = (part: Part) =>
    rows.filter((row) => row.part === part).map((row) => ({ ...row, minor: Number(row.minor) }));
  return {
    ...{ day, currency },
    revenue: of("revenue").map(({ saleId, bookingId, number, minor }) => ({ saleId, bookingId, number, minor })),
    stock: of("stock").map(({ productId, name, reason, change, unit, minor }) => ({
      ...{ productId, name, reason, change, unit, minor },
    })),
    expenses: of("expenses").map(({ expenseId, description, category, minor }) => ({
      ...{ expenseId, description, category, minor },
    })),
    earnings: of("earnings").map(({ staffId, name, periodId, minor }) => ({ staffId, name, periodId, minor })),
  };
}
