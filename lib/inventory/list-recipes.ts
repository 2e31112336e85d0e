import { sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { onShelf } from "./internal/on-shelf";
import type { Unit } from "./rules";

export type Recipe = {
  serviceId: string;
  name: string;
  items: { productId: string; name: string; unit: Unit; quantity: number }[];
};
export type RecipeList = {
  recipes: Recipe[];
  /** What may be named in one. */
  products: { productId: string; name: string; unit: Unit }[];
  position: string;
};

/** What each service uses, also those that use nothing; of one service if it is named. */
export async function listRecipes(
  scope: Scope,
  { service }: { service?: string | undefined } = {},
): Promise<RecipeList> {
  const head = await headOf(scope);
  const { tenantId, tx } = scope;
  const [recipes, products] = await Promise.all([
    tx.execute<Recipe>(sql`
      select v.id as "serviceId", v.name, coalesce(jsonb_agg(jsonb_build_object('productId', p.id, 'name', p.name,
        'unit', s.unit, 'quantity', r.quantity) order by p.name, p.id) filter (where p.id is not null), '[]') as items
      from services v
      left join recipe_items r on r.tenant_id = v.tenant_id and r.service_id = v.id
      left join products p on p.tenant_id = r.tenant_id and p.id = r.product_id
      left join stock_items s on s.tenant_id = r.tenant_id and s.product_id = r.product_id
      where v.tenant_id = ${tenantId} ${service ? sql`and v.id = ${service}` : sql``}
      group by v.tenant_id, v.id having (v.active and v.archived_at is null) or count(p.id) > 0 order by count(p.id) = 0, v.name, v.id`),
    tx.execute<RecipeList["products"][number]>(sql`
      select p.id as "productId", p.name, s.unit
      from stock_items s join products p on p.tenant_id = s.tenant_id and p.id = s.product_id
      where s.tenant_id = ${tenantId} and ${onShelf} order by p.name, p.id`),
  ]);
  return { recipes: [...recipes], products: [...products], position: writePosition(head) };
}
