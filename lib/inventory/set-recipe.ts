import { sql } from "drizzle-orm";
import type { z } from "zod";
import { recipeItems } from "@/db/schema/inventory";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { recipeInput } from "./input";

export type RecipeRefusal = { refusal: "unknown_service" } | { refusal: "not_counted" };

/** What one of this service uses from now on. What was used before stays as it was. */
export async function setRecipe(
  scope: Scope,
  { serviceId, items }: z.output<typeof recipeInput>,
): Promise<Result<{ id: string }, RecipeRefusal>> {
  const { tenantId, tx } = scope;
  const [service] = await tx.execute(sql`
    select 1 from services where tenant_id = ${tenantId} and id = ${serviceId} for update`);
  if (!service) return refuse("unknown_service");
  const ids = `{${items.map(({ productId }) => productId).join(",")}}`;
  const known = await tx.execute<{ id: string; name: string }>(sql`
    select p.id, p.name from stock_items s join products p on p.tenant_id = s.tenant_id and p.id = s.product_id
    where s.tenant_id = ${tenantId} and s.product_id = any(${ids}::uuid[])`);
  if (known.length < items.length) return refuse("not_counted");
  await tx.execute(sql`delete from recipe_items where tenant_id = ${tenantId} and service_id = ${serviceId}`);
  if (items.length > 0) await tx.insert(recipeItems).values(items.map((one) => ({ ...one, tenantId, serviceId })));
  const nameOf = new Map(known.map(({ id, name }) => [id, name]));
  await recordAudit(scope, {
    action: "recipe.changed",
    entity: "service",
    entityId: serviceId,
    after: { uses: items.map(({ productId, quantity }) => `${quantity} ${nameOf.get(productId)}`).join(", ") },
  });
  recordEvent(scope, { name: "recipe.changed", serviceId });
  return ok({ id: serviceId });
}
