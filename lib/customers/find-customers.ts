import { sql } from "drizzle-orm";
import { actorMay } from "@/lib/auth/actor-may";
import type { Scope } from "@/lib/tenancy/scope";
import { nameless } from "./customer-by-phone";
import { customerLike } from "./customer-like";

/** `phone` for those who may call customers; null as well where none is known. */
export type FoundCustomer = {
  id: string;
  name: string;
  phone: string | null;
  lastVisit: string | null;
  /** The house books for them; they do not by themself. */
  blocked: boolean;
};

const most = 6;
/** Of more than these who fit, those who came to the house last are looked at. */
const looked = 40;

/** Customers by a part of their name or the digits of their phone: whose name begins so first, then who came last. */
export async function findCustomers(scope: Scope, text: string): Promise<FoundCustomer[]> {
  const { actor, tenantId } = scope;
  const mayCall = actorMay(actor, "customers.contact");
  const rows = await scope.tx.execute<FoundCustomer>(sql`
    select f.id, f.name, ${mayCall ? sql`f.phone` : sql`null`} as phone, v.last as "lastVisit", f.blocked
    from (
      select c.tenant_id, c.id, c.name, c.phone, starts_with(lower(c.name), lower(${text})) as begins,
        c.status = 'blocked' as blocked from customers c
      where c.tenant_id = ${tenantId} and c.archived_at is null and (c.phone is not null or c.name <> ${nameless})
        and ${customerLike(text, actor)}
      order by begins desc, c.created_at desc, c.id limit ${looked}
    ) f
    cross join lateral (select max(b.starts_at) as last from bookings b
      where b.tenant_id = f.tenant_id and b.customer_id = f.id and b.status = 'completed') v
    order by f.begins desc, v.last desc nulls last, f.name, f.id limit ${most}`);
  return rows.map((row) => ({ ...row, lastVisit: row.lastVisit && new Date(row.lastVisit).toISOString() }));
}
