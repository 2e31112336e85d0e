import { and, eq, inArray, sql } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import type { Scope } from "@/lib/tenancy/scope";

/** Who told their network that they want no SMS is sent none: it stands here as they could have wished it themselves. */
export async function stopSms(scope: Scope, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  await scope.tx
    .update(customers)
    .set({ wishes: sql`${customers.wishes} || '{"bySms": false}'` })
    .where(and(eq(customers.tenantId, scope.tenantId), inArray(customers.id, [...customerIds])));
}
