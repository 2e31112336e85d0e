import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { CustomerFields } from "../file-input";
import { isGone } from "../gone";

export type LockedCustomer = CustomerFields & {
  id: string;
  guardianId: string | null;
  archived: boolean;
  gone: boolean;
};

/** A customer whom nobody else changes until this transaction ends; null when there is none. */
export async function lockCustomer({ tx, tenantId }: Scope, id: string): Promise<LockedCustomer | null> {
  const [row] = await tx.execute<LockedCustomer>(sql`
    select c.id, c.name, c.phone, c.email, c.status, c.location, c.birthday, c.tags,
      c.preferred_staff_id as "preferredStaffId", c.service_notes as "serviceNotes", c.language,
      c.guardian_id as "guardianId", c.archived_at is not null as archived,
      ${isGone({ tenantId: sql`c.tenant_id`, id: sql`c.id` })} as gone,
      array(select f.service_id from customer_favourites f
        where f.tenant_id = c.tenant_id and f.customer_id = c.id order by f.service_id) as favourites
    from customers c where c.tenant_id = ${tenantId} and c.id = ${id} for update of c`);
  return row ? { ...row } : null;
}
