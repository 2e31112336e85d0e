import { sql } from "drizzle-orm";
import { accessTokens } from "@/db/schema/requests";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { darajaAccount } from "./get-account";
import { refundWasPaid } from "./internal/refund-was-paid";
import { moneyTokenHash } from "./payment-token";

/** `reversal`: by Safaricom, from where it came; the others were done by hand and are only written down. */
export type RefundWish = {
  refundId: string;
  method: "reversal" | "mpesa" | "cash" | "card" | "other";
  /** M-Pesa's code of what was sent back by hand. */
  receipt?: string | undefined;
};

export type RefundRefusal =
  | { refusal: "unknown_refund" }
  /** It is on its way, done, or withdrawn. */
  | { refusal: "moved_on" }
  /** What made it due can still be taken back. */
  | { refusal: "too_early"; from: string }
  /** There are no keys for it, or no receipt to give back. */
  | { refusal: "no_reversal" };

type Row = { status: string; not_before: string; receipt: string | null };

/** Gives back what stands in the queue. */
export async function payRefund(
  scope: Scope,
  { refundId: id, method, receipt }: RefundWish,
): Promise<Result<{ refundId: string; status: "done" | "approved" }, RefundRefusal>> {
  const { tx, tenantId, actor } = scope;
  const [row] = await tx.execute<Row>(sql`
    select r.status, r.not_before, p.receipt from refunds r
    left join payments p on p.tenant_id = r.tenant_id and p.id = r.payment_id
    where r.tenant_id = ${tenantId} and r.id = ${id} for update of r`);
  if (!row) return refuse("unknown_refund");
  if (row.status !== "queued" && row.status !== "needs_review" && row.status !== "failed") return refuse("moved_on");
  if (Date.parse(row.not_before) > now().getTime())
    return refuse("too_early", { from: new Date(row.not_before).toISOString() });
  const approvedBy = actor.kind === "member" ? actor.userId : null;
  if (method !== "reversal") {
    await refundWasPaid(scope, id, { method, receipt: receipt ?? null, approvedBy });
    return ok({ refundId: id, status: "done" });
  }
  const account = await darajaAccount(scope);
  // What may have gone through is not sent a second time.
  if (!account?.initiator || !row.receipt || row.status !== "queued") return refuse("no_reversal");
  await tx.execute(sql`
    update refunds set status = 'approved', method = 'reversal', approved_by = ${approvedBy}, note = ''
    where tenant_id = ${tenantId} and id = ${id}`);
  await tx
    .insert(accessTokens)
    .values({ hash: moneyTokenHash("refund", id), tenantId, kind: "refund", subjectId: id, createdAt: now() })
    .onConflictDoNothing();
  await planDue(scope, { kind: "send_reversal", at: now(), payload: { refundId: id } });
  recordEvent(scope, { name: "refund.changed", refundId: id });
  return ok({ refundId: id, status: "approved" });
}
