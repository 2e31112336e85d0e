import { and, asc, eq, sql } from "drizzle-orm";
import { products, tills } from "@/db/schema/till";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";

export type Product = { id: string; name: string; priceMinor: number; active: boolean };
export type ProductList = { products: Product[]; vatPercent: number | null; currency: string };

/** What is sold beside services, also what is no longer, and the tax in the prices. */
export async function listProducts({ tx, tenantId }: Scope): Promise<ProductList> {
  const [all, [house]] = await Promise.all([
    tx
      .select({ id: products.id, name: products.name, priceMinor: products.priceMinor, active: products.active })
      .from(products)
      .where(eq(products.tenantId, tenantId))
      .orderBy(sql`${products.active} desc`, asc(products.name), asc(products.id)),
    tx.execute<{ vatPercent: number | null; currency: string }>(sql`
      select l.vat_percent as "vatPercent", t.currency from tenants t left join tills l on l.tenant_id = t.id
      where t.id = ${tenantId}`),
  ]);
  return { products: all, ...house! };
}

type Wish = Omit<Product, "id">;

export async function addProduct(scope: Scope, wish: Wish): Promise<Result<{ id: string }, never>> {
  const { tx, tenantId } = scope;
  const id = newId();
  const at = now().toISOString();
  await tx.execute(sql`
    insert into products (tenant_id, id, name, price_minor, currency, active, created_at)
    select t.id, ${id}, ${wish.name}, ${wish.priceMinor}, t.currency, ${wish.active}, ${at}
    from tenants t where t.id = ${tenantId}`);
  recordEvent(scope, { name: "product.changed", productId: id });
  return ok({ id });
}

/** What was sold before keeps its name and price. */
export async function changeProduct(
  scope: Scope,
  { productId, ...wish }: Wish & { productId: string },
): Promise<Result<{ id: string }, { refusal: "unknown_product" }>> {
  const [changed] = await scope.tx
    .update(products)
    .set(wish)
    .where(and(eq(products.tenantId, scope.tenantId), eq(products.id, productId)))
    .returning({ id: products.id });
  if (!changed) return refuse("unknown_product");
  recordEvent(scope, { name: "product.changed", productId });
  return ok(changed);
}

/** The tax that prices hold from now on; what was sold keeps what it was sold with. */
export async function setVat(
  scope: Scope,
  { vatPercent }: { vatPercent: number | null },
): Promise<Result<object, never>> {
  const { tx, tenantId } = scope;
  const [before] = await tx.select({ vatPercent: tills.vatPercent }).from(tills).where(eq(tills.tenantId, tenantId));
  await tx
    .insert(tills)
    .values({ tenantId, vatPercent })
    .onConflictDoUpdate({ target: tills.tenantId, set: { vatPercent } });
  await recordAudit(scope, {
    action: "till.changed",
    entity: "tenant",
    entityId: tenantId,
    before: { vatPercent: before?.vatPercent ?? null },
    after: { vatPercent },
  });
  recordEvent(scope, { name: "till.changed", tenantId });
  return ok({});
}
