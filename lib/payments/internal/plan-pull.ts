import { sql } from "drizzle-orm";
import { planDue } from "@/lib/events/plan-due";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

/** Those who want it in the same moment want it once. */
const togetherMs = 2_000;

/** The list of what came in is read by then; one that is planned before that is soon enough, one that has begun is not. */
export async function planPull(scope: Scope, wanted: Date): Promise<void> {
  const at = new Date(Math.max(wanted.getTime(), now().getTime() + togetherMs));
  const [planned] = await scope.tx.execute(sql`
    select 1 from due where tenant_id = ${scope.tenantId} and kind = 'pull_receipts' and done_at is null
      and due_at > ${now().toISOString()} and due_at <= ${at.toISOString()}`);
  if (!planned) await planDue(scope, { kind: "pull_receipts", at, payload: {} });
}
