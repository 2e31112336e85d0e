import { and, eq, type SQL, sql } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

/** Bookings to come that are neither cancelled nor done. */
export type Known = { id: string; openBookings: number };

/** By their phone (E.164), or as one of the tenant's customers, who may have none. */
export type KnownBy = { phone: string } | { customerId: string };

export const isKnownBy = (who: KnownBy): SQL =>
  "phone" in who ? eq(customers.phone, who.phone) : eq(customers.id, who.customerId);

/**
 * The tenant's customer who is known by this, or null. Whoever knows a number may book on it, so an existing
 * customer's name and e-mail are neither changed nor told.
 */
export async function findKnown(scope: Scope, who: KnownBy): Promise<Known | null> {
  const [row] = await scope.tx
    .select({
      id: customers.id,
      openBookings: sql<string>`(select count(*) from bookings b
        where b.tenant_id = ${scope.tenantId} and b.customer_id = customers.id and b.starts_at > ${now().toISOString()}
          and b.status in ('requested', 'held', 'confirmed'))`,
    })
    .from(customers)
    .where(and(eq(customers.tenantId, scope.tenantId), isKnownBy(who)));
  return row ? { id: row.id, openBookings: Number(row.openBookings) } : null;
}

type Typed = {
  id: string;
  name: string;
  phone: string;
  email?: string | undefined;
  /** Of whoever has shown that the phone is theirs. */
  accountId?: string;
};

/** False when somebody with this phone was added meanwhile. */
export async function addCustomer(scope: Scope, { id, name, phone, email, accountId }: Typed): Promise<boolean> {
  const made = await scope.tx
    .insert(customers)
    .values({
      tenantId: scope.tenantId,
      id,
      name,
      phone,
      email: email || null,
      accountId: accountId ?? null,
      createdAt: now(),
    })
    .onConflictDoNothing()
    .returning({ id: customers.id });
  return made.length > 0;
}
