import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** Themself, and everybody who turned out to be them. */
export async function withMerged({ tx, tenantId }: Scope, customerId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive one (id) as (
      select ${customerId}::uuid
      union select m.gone_id from one join customer_merges m
        on m.tenant_id = ${tenantId} and m.kept_id = one.id and m.undone_at is null)
    select id from one`);
  return rows.map(({ id }) => id);
}
