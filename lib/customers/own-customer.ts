import { and, eq, isNull, sql } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { recordAudit } from "@/lib/auth/audit";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { addCustomer } from "./customer-by-phone";

export type OwnCustomer = { id: string; name: string; email: string | null };

type Verified = { accountId: string; phone: string };

/**
 * The account's customer at this business: a customer with the verified phone becomes the account's own. Null when this
 * business does not know the phone yet.
 */
export async function ownCustomer(scope: Scope, { accountId, phone }: Verified): Promise<OwnCustomer | null> {
  const columns = { id: customers.id, name: customers.name, email: customers.email };
  const [own] = await scope.tx
    .select({ ...columns, accountId: customers.accountId })
    .from(customers)
    .where(and(eq(customers.tenantId, scope.tenantId), eq(customers.phone, phone), isNull(customers.archivedAt)));
  if (!own) return null;
  if (own.accountId !== accountId) {
    await scope.tx
      .update(customers)
      .set({ accountId })
      .where(and(eq(customers.tenantId, scope.tenantId), eq(customers.id, own.id)));
    await recordAudit(scope, { action: "customer.linked", entity: "customer", entityId: own.id, customerId: own.id });
  }
  return { id: own.id, name: own.name, email: own.email };
}

/** Makes the account a customer here, under the name it gives itself. */
export async function becomeCustomer(scope: Scope, verified: Verified, name: string): Promise<OwnCustomer> {
  const added = await addCustomer(scope, { id: newId(), name, ...verified });
  const own = await ownCustomer(scope, verified);
  if (!own) throw new Error(added ? "the new customer is not there" : "an archived customer has this phone");
  if (added)
    await recordAudit(scope, {
      action: "customer.added",
      entity: "customer",
      entityId: own.id,
      customerId: own.id,
      after: { name, phone: verified.phone },
    });
  return own;
}

/** Themself and the children they answer for. */
export async function familyOf(scope: Scope, customerId: string): Promise<string[]> {
  const rows = await scope.tx.execute<{ id: string }>(sql`
    select id from customers where tenant_id = ${scope.tenantId} and archived_at is null
      and (id = ${customerId} or guardian_id = ${customerId})`);
  return rows.map((row) => row.id);
}
