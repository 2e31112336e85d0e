import { and, eq, isNull, sql } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { writeDown } from "./internal/write-down";

/** A child of theirs of this name, so that the second booking for Mary makes no second Mary. */
export async function childNamed({ tx, tenantId }: Scope, guardianId: string, name: string): Promise<string | null> {
  const [child] = await tx
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        eq(customers.tenantId, tenantId),
        eq(customers.guardianId, guardianId),
        isNull(customers.archivedAt),
        sql`lower(${customers.name}) = lower(${name})`,
      ),
    )
    .orderBy(customers.createdAt, customers.id)
    .limit(1);
  return child?.id ?? null;
}

/** Whoever was written down for one booking that is somebody else's after all is put away, unless there is more of them. */
export async function archiveUnused(scope: Scope, customerId: string): Promise<void> {
  const { tenantId, tx } = scope;
  const [gone] = await tx.execute(sql`
    update customers c set archived_at = ${now().toISOString()}
    where c.tenant_id = ${tenantId} and c.id = ${customerId} and c.archived_at is null and c.phone is null
      and not exists (select from bookings b where b.tenant_id = c.tenant_id and b.customer_id = c.id)
      and not exists (select from visits v where v.tenant_id = c.tenant_id and v.customer_id = c.id)
      and not exists (select from sales s where s.tenant_id = c.tenant_id and s.customer_id = c.id)
      and not exists (select from customer_notes n where n.tenant_id = c.tenant_id and n.customer_id = c.id)
    returning c.id`);
  if (gone) await writeDown(scope, customerId, { archived: false }, { archived: true });
}
