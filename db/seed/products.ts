import type { TransactionSql } from "postgres";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId } from "./stable";

export const productIdOf = (business: { slug: string }, key: string): string =>
  demoId(`product/${business.slug}/${key}`);

/** What is sold beside services; what somebody takes off the list stays off it. */
export const seedProducts = (sql: TransactionSql, business: DemoBusiness, now: Date): Promise<unknown> =>
  insertRows(
    sql,
    "products",
    (business.products ?? []).map(({ key, name, price, gone }) => ({
      tenant_id: tenantIdOf(business),
      id: productIdOf(business, key),
      name,
      price_minor: price * 100,
      currency: "KES",
      active: !gone,
      created_at: now,
    })),
  );
