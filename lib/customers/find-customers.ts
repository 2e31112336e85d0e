import { sql } from "drizzle-orm";
import { may } from "@/lib/auth/permissions";
import type { Scope } from "@/lib/tenancy/scope";
import { customerLike } from "./customer-like";

/** `phone` for those who may call customers; null as well where none is known. */
export type FoundCustomer = { id: string; name: string; phone: string | null; lastVisit: string | null };

const most = 6;

/** Customers by a part of their name or the digits of their phone: whose name begins so first, then who came last. */
export async function findCustomers(scope: Scope, text: string): Promise<FoundCustomer[]> {
  const { actor, tenantId } = scope;
  const mayCall = actor.kind === "member" && may(actor.role, "customers.contact");
  const rows = await scope.tx.execute<FoundCustomer>(sql`
    select f.id, f.name, ${mayCall ? sql`f.phone` : sql`null`} as phone, (
      select max(b.starts_at) from bookings b
      where b.tenant_id = f.tenant_id and b.customer_id = f.id and b.status = 'completed') as "lastVisit"
    from (
      select c.tenant_id, c.id, c.name, c.phone from customers c
      where c.tenant_id = ${tenantId} and ${customerLike(text, actor)}
      order by not starts_with(lower(c.name), lower(${text})), c.name, c.id limit ${most}
    ) f`);
  return rows.map((row) => ({ ...row, lastVisit: row.lastVisit && new Date(row.lastVisit).toISOString() }));
}
