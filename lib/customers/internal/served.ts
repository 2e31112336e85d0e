import { type SQL, sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Actor, Scope } from "@/lib/tenancy/scope";

const servedForMs = 183 * 86_400_000;

/** Over `b`: whoever is served by it, or was in the last half year. What came to nothing is nobody's. */
const stands = () => sql`b.status not in ('cancelled', 'rejected', 'expired')
  and b.ends_at > ${new Date(now().getTime() - servedForMs).toISOString()}`;

/** Whom a staff member serves is there for them, and nobody else; nothing for those who see the whole house. */
export function served(actor: Actor, customer: { tenantId: unknown; id: unknown }): SQL | undefined {
  const own = ownStaffOnly(actor);
  return own
    ? sql`${customer.id} in (select b.customer_id from bookings b
        join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
        where b.tenant_id = ${customer.tenantId} and l.staff_id = ${own} and ${stands()})`
    : undefined;
}

/** The same over `c`, as one more condition. */
export function andServed({ actor }: Scope): SQL {
  const own = served(actor, { tenantId: sql`c.tenant_id`, id: sql`c.id` });
  return own ? sql`and ${own}` : sql``;
}

/** Who may have it on a screen. */
export async function servedBy({ tenantId, tx }: Scope, id: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct l.staff_id as id from bookings b
    join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
    where b.tenant_id = ${tenantId} and b.customer_id = ${id} and ${stands()}`);
  return rows.map((row) => row.id);
}
