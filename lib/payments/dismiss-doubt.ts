import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { SeenDoubtInput } from "./input";
import { factsOf, lockPayment } from "./internal/payment";
import { neverSaid } from "./rules";

export type DoubtRefusal = { refusal: "unknown_payment" } | { refusal: "moved_on" };

/**
 * Somebody has looked at what was doubtful, and says why it is well. What has come up since stays. What nobody knew counts
 * as not paid from then on; money that comes for it all the same is still taken.
 */
export async function dismissDoubt(
  scope: Scope,
  { paymentId, doubt, note }: SeenDoubtInput,
): Promise<Result<true, DoubtRefusal>> {
  const { tenantId, tx } = scope;
  const payment = await lockPayment(scope, paymentId);
  if (!payment) return refuse("unknown_payment");
  const [changed] = await tx.execute(sql`
    update payments set doubt = null,
      status = case when status = 'needs_review' then 'declined' else status end,
      result_code = case when status = 'needs_review' then coalesce(result_code, ${neverSaid}) else result_code end
    where tenant_id = ${tenantId} and id = ${paymentId} and doubt = ${doubt} returning id`);
  if (!changed) return refuse("moved_on");
  // So that the next night does not doubt it again.
  if (doubt === "not_in_list")
    await tx.execute(sql`
      update mpesa_receipts set settled_as = 'not listed' where tenant_id = ${tenantId} and payment_id = ${paymentId}
        and listed_at is null`);
  await recordAudit(scope, {
    action: "payment.looked",
    entity: "payment",
    entityId: paymentId,
    before: { doubt },
    after: { note },
  });
  recordEvent(scope, { name: "payment.looked", ...factsOf(payment) });
  return ok(true as const);
}
