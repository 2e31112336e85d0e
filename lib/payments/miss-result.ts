import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { putRefund } from "./internal/put-refund";

/** Nothing has come back of a reversal: whether the money went, a person has to see. */
export async function missResult(scope: Scope, refundId: string): Promise<void> {
  const [waits] = await scope.tx.execute(sql`
    select 1 from refunds where tenant_id = ${scope.tenantId} and id = ${refundId}
      and status in ('submitting', 'submitted') for update`);
  if (waits) await putRefund(scope, refundId, "needs_review", "no result in time");
}
