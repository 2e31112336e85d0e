import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { seesCosts } from "./internal/sees-costs";
import { listMovements, type Movements } from "./list-movements";
import { isLow, type Unit } from "./rules";

export type ProductStock = {
  productId: string;
  name: string;
  active: boolean;
  unit: Unit;
  onHand: number;
  reorderLevel: number | null;
  low: boolean;
  valueMinor: number | null;
  /** The last delivery: so much for so many. */
  last: { costMinor: number; units: number } | null;
  /** Something has moved, so it stays counted in this unit. */
  moved: boolean;
  usedBy: { serviceId: string; name: string; quantity: number }[];
} & Movements;

type Row = Omit<ProductStock, keyof Movements | "low" | "valueMinor" | "last" | "usedBy"> & {
  value: string;
  lastCost: string;
  lastUnits: number;
};

/** One product that is counted, with what has come and gone; null when there is none. */
export async function getProductStock(
  scope: Scope,
  productId: string,
  { cursor }: { cursor?: string | undefined } = {},
): Promise<ProductStock | null> {
  const { tenantId, tx } = scope;
  const [found] = await tx.execute<Row>(sql`
    select p.id as "productId", p.name, p.active, s.unit, s.on_hand as "onHand", s.reorder_level as "reorderLevel",
      s.value_minor as value, s.last_cost_minor as "lastCost", s.last_units as "lastUnits",
      exists (select from stock_movements m where m.tenant_id = s.tenant_id and m.product_id = s.product_id) as moved
    from stock_items s join products p on p.tenant_id = s.tenant_id and p.id = s.product_id
    where s.tenant_id = ${tenantId} and s.product_id = ${productId}`);
  if (!found) return null;
  const [movements, usedBy] = await Promise.all([
    listMovements(scope, { product: productId, cursor }),
    tx.execute<ProductStock["usedBy"][number]>(sql`
      select v.id as "serviceId", v.name, r.quantity from recipe_items r
      join services v on v.tenant_id = r.tenant_id and v.id = r.service_id
      where r.tenant_id = ${tenantId} and r.product_id = ${productId} order by v.name, v.id`),
  ]);
  const { value, lastCost, lastUnits, ...row } = found;
  const shown = seesCosts(scope);
  return {
    ...row,
    ...movements,
    usedBy: shown ? [...usedBy] : [],
    low: isLow(row.onHand, row.reorderLevel),
    valueMinor: shown ? Number(value) : null,
    last: shown && Number(lastCost) > 0 ? { costMinor: Number(lastCost), units: lastUnits } : null,
  };
}
