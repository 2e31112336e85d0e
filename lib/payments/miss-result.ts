import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import type { Scope } from "@/lib/tenancy/scope";

/** Nothing has come back of a reversal: whether the money went, a person has to see. */
export async function missResult(scope: Scope, refundId: string): Promise<void> {
  const [missed] = await scope.tx.execute(sql`
    update refunds set status = 'needs_review', note = 'no result in time'
    where tenant_id = ${scope.tenantId} and id = ${refundId} and status in ('submitting', 'submitted') returning id`);
  if (missed) recordEvent(scope, { name: "refund.changed", refundId });
}
