import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { DenyInput } from "./input";
import { factsOf, lockPayment } from "./internal/payment";
import { takeOff } from "./internal/take-off";
import { denied, isDeniable } from "./rules";

export type DenyRefusal =
  | { refusal: "unknown_payment" }
  /** M-Pesa has vouched for it meanwhile, or somebody was quicker. */
  | { refusal: "moved_on" };

/**
 * Somebody has found that a code which was typed in was never paid. What it was for owes again; when M-Pesa's list or a
 * statement has the code after all, it is paid after all.
 */
export async function denyPayment(
  scope: Scope,
  { paymentId, note }: DenyInput,
): Promise<Result<{ paymentId: string }, DenyRefusal>> {
  const payment = await lockPayment(scope, paymentId);
  if (!payment) return refuse("unknown_payment");
  if (!isDeniable(payment)) return refuse("moved_on");
  await takeOff(scope, payment);
  await scope.tx.execute(sql`
    update payments set status = 'declined', result_code = ${denied}, claimed = receipt, receipt = null, proof = null,
      doubt = null, settled_at = ${now().toISOString()}
    where tenant_id = ${scope.tenantId} and id = ${paymentId}`);
  await recordAudit(scope, {
    action: "payment.denied",
    entity: "payment",
    entityId: paymentId,
    before: { amountMinor: payment.amountMinor, currency: payment.currency, receipt: payment.receipt },
    after: { note },
  });
  recordEvent(scope, { name: "payment.denied", ...factsOf(payment) });
  return ok({ paymentId });
}
