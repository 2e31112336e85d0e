import { platformPool } from "@/db/platform-client";
import { masked, shortName } from "@/lib/platform/masked";
import type { TenantRowsInput } from "./input";

export type TenantCustomer = {
  id: string;
  /** `Akoth O.` */
  name: string;
  /** `+2547…678` */
  phone: string | null;
  since: string;
  visits: number;
  lastVisitAt: string | null;
};
export type TenantCustomerPage = { items: TenantCustomer[]; nextCursor: string | null };

type Row = Omit<TenantCustomer, "since" | "lastVisitAt"> & { since: Date; lastVisitAt: Date | null };

/** The customers of one business, newest first: enough to help with one of them, too little to take them elsewhere. */
export async function listTenantCustomers(
  tenantId: string,
  { cursor, limit }: TenantRowsInput,
): Promise<TenantCustomerPage> {
  const { rows } = await platformPool().query<Row>(
    `select c.id, c.name, c.phone, c.created_at as since, coalesce(v.many, 0)::int as visits, v.last as "lastVisitAt"
     from (select * from customers where tenant_id = $1 and archived_at is null
         and ($2::uuid is null or (created_at, id) < (select o.created_at, o.id from customers o
           where o.tenant_id = $1 and o.id = $2))
       order by created_at desc, id desc limit $3) c
     left join lateral (select count(*) as many, max(started_at) as last from visits v
       where v.tenant_id = c.tenant_id and v.customer_id = c.id and v.voided_at is null) v on true
     order by c.created_at desc, c.id desc`,
    [tenantId, cursor ?? null, limit + 1],
  );
  const items = rows.slice(0, limit).map(({ name, phone, since, lastVisitAt, ...row }) => ({
    ...row,
    name: shortName(name),
    phone: phone && masked(phone),
    since: since.toISOString(),
    lastVisitAt: lastVisitAt?.toISOString() ?? null,
  }));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
