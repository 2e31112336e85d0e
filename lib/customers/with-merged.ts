import { type SQL, sql } from "drizzle-orm";
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

/** Who somebody is by now: themself, or whoever they turned out to be. */
export const keptOf = (tenantId: SQL, id: SQL): SQL => sql`(
  with recursive up (id) as (
    select ${id}
    union select m.kept_id from up join customer_merges m
      on m.tenant_id = ${tenantId} and m.gone_id = up.id and m.undone_at is null)
  select up.id from up where not exists (select from customer_merges m
    where m.tenant_id = ${tenantId} and m.gone_id = up.id and m.undone_at is null))`;
