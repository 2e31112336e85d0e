import { sql } from "drizzle-orm";
import { planDue } from "@/lib/events/plan-due";
import type { Scope } from "@/lib/tenancy/scope";

/** The list of what came in is read by then; one that is planned before that is soon enough. */
export async function planPull(scope: Scope, at: Date): Promise<void> {
  const [planned] = await scope.tx.execute(sql`
    select 1 from due where tenant_id = ${scope.tenantId} and kind = 'pull_receipts' and done_at is null
      and due_at <= ${at.toISOString()}`);
  if (!planned) await planDue(scope, { kind: "pull_receipts", at, payload: {} });
}
