import { sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { StockQuery } from "./input";
import { onShelf } from "./internal/on-shelf";
import { seesCosts } from "./internal/sees-costs";
import { isLow, type Unit } from "./rules";

export type StockRow = {
  productId: string;
  name: string;
  /** Sold at the till, and not only used. */
  active: boolean;
  unit: Unit;
  onHand: number;
  reorderLevel: number | null;
  low: boolean;
  /** What the units on hand have cost; null for whoever does not see costs. */
  valueMinor: number | null;
};

export type StockList = {
  products: StockRow[];
  /** What is not counted yet. */
  others: { productId: string; name: string }[];
  lowCount: number;
  valueMinor: number | null;
  currency: string;
  position: string;
};

type Row = Omit<StockRow, "low" | "unit" | "valueMinor"> & { unit: Unit | null; value: string };

/** What there is on the shelf, what runs low first. */
export async function listStock(scope: Scope, { low }: StockQuery): Promise<StockList> {
  const head = await headOf(scope);
  const { tenantId, tx } = scope;
  const { currency } = await houseOf(scope);
  const rows = await tx.execute<Row>(sql`
    select p.id as "productId", p.name, p.active, s.unit, s.on_hand as "onHand", s.reorder_level as "reorderLevel",
      s.value_minor as value
    from products p left join stock_items s on s.tenant_id = p.tenant_id and s.product_id = p.id
    where p.tenant_id = ${tenantId} and (s.product_id is null or ${onShelf})
    order by coalesce(s.on_hand <= s.reorder_level, false) desc, p.name, p.id`);
  const shown = seesCosts(scope);
  const counted = rows.flatMap(({ unit, value, ...row }): StockRow[] =>
    unit ? [{ ...row, unit, low: isLow(row.onHand, row.reorderLevel), valueMinor: shown ? Number(value) : null }] : [],
  );
  return {
    products: low ? counted.filter((one) => one.low) : counted,
    others: rows.flatMap(({ unit, productId, name }) => (unit ? [] : [{ productId, name }])),
    lowCount: counted.filter((one) => one.low).length,
    valueMinor: shown ? counted.reduce((sum, { valueMinor }) => sum + valueMinor!, 0) : null,
    currency,
    position: writePosition(head),
  };
}
