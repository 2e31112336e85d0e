import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import type { Scope } from "@/lib/tenancy/scope";
import type { RefundStatus } from "../list-refunds";

/** Where a refund stands on its way, and what was said of it; that it was given back is written by refund-was-paid. */
export async function putRefund(
  scope: Scope,
  id: string,
  status: Exclude<RefundStatus, "done">,
  note: string,
): Promise<void> {
  await scope.tx.execute(
    sql`update refunds set status = ${status}, note = ${note} where tenant_id = ${scope.tenantId} and id = ${id}`,
  );
  recordEvent(scope, { name: "refund.changed", refundId: id });
}
