import { sql } from "drizzle-orm";
import type { z } from "zod";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { trackInput } from "./input";
import { lockShelves } from "./internal/move-stock";
import { tellLow } from "./internal/tell-low";
import { isLow } from "./rules";

export type TrackRefusal = { refusal: "unknown_product" } | { refusal: "unit_in_use" };

/** A product is counted from now on, or its level is another one. Once something has moved, it is counted in that unit. */
export async function trackProduct(
  scope: Scope,
  { productId, unit, reorderLevel }: z.output<typeof trackInput>,
): Promise<Result<{ id: string }, TrackRefusal>> {
  const { tenantId, tx } = scope;
  const [product] = await tx.execute<{ unit: string | null; moved: boolean }>(sql`
    select s.unit, exists (select from stock_movements m where m.tenant_id = p.tenant_id and m.product_id = p.id)
      or exists (select from recipe_items r where r.tenant_id = p.tenant_id and r.product_id = p.id)
      or exists (select from stock_count_lines l where l.tenant_id = p.tenant_id and l.product_id = p.id) as moved
    from products p left join stock_items s on s.tenant_id = p.tenant_id and s.product_id = p.id
    where p.tenant_id = ${tenantId} and p.id = ${productId} for update of p`);
  if (!product) return refuse("unknown_product");
  if (product.moved && product.unit !== unit) return refuse("unit_in_use");
  const shelf = (await lockShelves(scope, [productId])).get(productId);
  await tx.execute(sql`
    insert into stock_items (tenant_id, product_id, unit, reorder_level, created_at)
    values (${tenantId}, ${productId}, ${unit}, ${reorderLevel}, ${now().toISOString()})
    on conflict (tenant_id, product_id) do update set unit = excluded.unit, reorder_level = excluded.reorder_level`);
  await recordAudit(scope, {
    action: "stock.tracked",
    entity: "product",
    entityId: productId,
    after: { unit, reorderLevel },
  });
  recordEvent(scope, { name: "stock.moved", productId });
  // Few by the new level and not by the one before. Of what is counted from now on nothing has come in yet.
  if (shelf && isLow(shelf.onHand, reorderLevel) && !isLow(shelf.onHand, shelf.reorderLevel))
    await tellLow(scope, { productId, what: shelf.what, unit, left: shelf.onHand });
  return ok({ id: productId });
}
