import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";

/** Whoever was erased, or turned out to be somebody else, is never put back among the others, nor written to. */
export type GoneRefusal = { refusal: "erased" } | { refusal: "merged"; into: { id: string; name: string } };
export type NotThere = { refusal: "unknown_customer" } | GoneRefusal;

type Customer = { tenantId: SQLWrapper; id: SQLWrapper };

/** Over a customer. Somebody who was only put away is not gone. */
export const isGone = ({ tenantId, id }: Customer): SQL => sql`(exists (select from customer_keys g
    where g.tenant_id = ${tenantId} and g.customer_id = ${id} and g.destroyed_at is not null)
  or exists (select from customer_merges g where g.tenant_id = ${tenantId} and g.gone_id = ${id} and g.undone_at is null))`;

/** Why nothing is done with somebody who is not there. */
export async function notThere({ tx, tenantId }: Scope, id: string): Promise<{ ok: false } & NotThere> {
  const [is] = await tx.execute<{ erased: boolean; into: { id: string; name: string } | null }>(sql`
    with recursive up (id, step) as (
      select ${id}::uuid, 0
      union select m.kept_id, up.step + 1 from up join customer_merges m
        on m.tenant_id = ${tenantId} and m.gone_id = up.id and m.undone_at is null)
    select exists (select from customer_keys k
        where k.tenant_id = ${tenantId} and k.customer_id = ${id} and k.destroyed_at is not null) as erased,
      (select json_build_object('id', c.id, 'name', c.name) from up
        join customers c on c.tenant_id = ${tenantId} and c.id = up.id where up.step > 0 order by up.step desc limit 1) as into`);
  if (is?.erased) return refuse("erased");
  return is?.into ? refuse("merged", { into: is.into }) : refuse("unknown_customer");
}
