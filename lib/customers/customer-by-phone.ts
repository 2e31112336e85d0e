import { and, eq } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

type Typed = { name: string; phone: string; email?: string | undefined };

/**
 * The tenant's customer with this phone, made when there is none. Whoever knows a number may book on it, so an
 * existing customer's name and e-mail are neither changed nor told.
 */
export async function customerByPhone(scope: Scope, typed: Typed): Promise<{ id: string; isNew: boolean }> {
  const found = await find(scope, typed.phone);
  if (found) return { id: found.id, isNew: false };
  const [made] = await scope.tx
    .insert(customers)
    .values({
      tenantId: scope.tenantId,
      id: newId(),
      name: typed.name,
      phone: typed.phone,
      email: typed.email || null,
      createdAt: now(),
    })
    .onConflictDoNothing()
    .returning({ id: customers.id });
  if (made) return { id: made.id, isNew: true };
  // Somebody made it while we waited for the unique index.
  const theirs = await find(scope, typed.phone);
  if (!theirs) throw new Error("a customer with this phone was refused and is not there");
  return { id: theirs.id, isNew: false };
}

async function find(scope: Scope, phone: string) {
  const [row] = await scope.tx
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.tenantId, scope.tenantId), eq(customers.phone, phone)));
  return row;
}
