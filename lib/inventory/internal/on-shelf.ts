import { sql } from "drizzle-orm";

/**
 * What belongs on the shelf of products `p` with items `s`: also what is used and not sold. What is neither sold nor used,
 * and of which nothing is left, has gone.
 */
export const onShelf = sql`(p.active or s.on_hand <> 0
  or exists (select from recipe_items used where used.tenant_id = s.tenant_id and used.product_id = s.product_id)
  or not exists (select from stock_movements m where m.tenant_id = s.tenant_id and m.product_id = s.product_id))`;
