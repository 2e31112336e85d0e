import { sql } from "drizzle-orm";
import { accessTokens } from "@/db/schema/requests";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { darajaAccount } from "./get-account";
import { putRefund } from "./internal/put-refund";
import { refundWasPaid } from "./internal/refund-was-paid";
import { lockSaleOfRefund, type RefundWhy, stillOwed } from "./internal/still-owed";
import { isOwnRequest } from "./own-request";
import { moneyTokenHash } from "./payment-token";
import { isReceiptCode } from "./rules";
import { holdCode, isCodeUsed } from "./used-code";

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
  /** There are no keys for it, or no receipt that M-Pesa itself has vouched for. */
  | { refusal: "no_reversal" }
  /** Whoever asked for it may not pay it, where there is somebody else who may. */
  | { refusal: "own_request" }
  /** What was sent back by hand has a code of its own. */
  | { refusal: "no_code" }
  | { refusal: "code_used" };

type Row = {
  why: RefundWhy;
  amount_minor: string;
  booking_id: string | null;
  sale_id: string | null;
  status: string;
  not_before: string;
  by_user_id: string | null;
  receipt: string | null;
  proof: string | null;
  /** All of a payment, of which nothing has gone back: what becomes of a part that is reversed is written nowhere. */
  is_whole: boolean | null;
};

/** Gives back what stands in the queue. */
export async function payRefund(
  scope: Scope,
  { refundId: id, method, receipt }: RefundWish,
): Promise<Result<{ refundId: string; status: "done" | "approved" }, RefundRefusal>> {
  const { tx, tenantId, actor } = scope;
  const code = method === "mpesa" ? (receipt ?? "") : null;
  if (code !== null && !isReceiptCode(code)) return refuse("no_code");
  if (code !== null) await holdCode(scope, code);
  await lockSaleOfRefund(scope, id);
  const [row] = await tx.execute<Row>(sql`
    select r.status, r.why, r.amount_minor, r.booking_id, r.sale_id, r.not_before, r.by_user_id, p.receipt, p.proof, p.amount_minor = r.amount_minor and not exists (
        select 1 from refunds o where o.tenant_id = r.tenant_id and o.payment_id = r.payment_id and o.id <> r.id
          and o.status <> 'withdrawn') as is_whole from refunds r
    left join payments p on p.tenant_id = r.tenant_id and p.id = r.payment_id
    where r.tenant_id = ${tenantId} and r.id = ${id} for update of r`);
  if (!row) return refuse("unknown_refund");
  if (row.status !== "queued" && row.status !== "needs_review" && row.status !== "failed") return refuse("moved_on");
  if (Date.parse(row.not_before) > now().getTime())
    return refuse("too_early", { from: new Date(row.not_before).toISOString() });
  // What it was owed from may have been used meanwhile: by a sale, or by another refund.
  if (
    Number(row.amount_minor) >
    (await stillOwed(scope, { id, why: row.why, bookingId: row.booking_id, saleId: row.sale_id }))
  ) {
    // What may have gone through at M-Pesa stays with who looks at it.
    if (row.status !== "needs_review") await putRefund(scope, id, "withdrawn", "no longer owed");
    return refuse("moved_on");
  }
  if (await isOwnRequest(scope, row.by_user_id)) return refuse("own_request");
  const approvedBy = actor.kind === "member" ? actor.userId : null;
  if (method !== "reversal") {
    if (code !== null && (await isCodeUsed(scope, code))) return refuse("code_used");
    await refundWasPaid(scope, id, { method, receipt: code, approvedBy });
    return ok({ refundId: id, status: "done" });
  }
  const account = await darajaAccount(scope);
  // What may have gone through is not sent a second time.
  if (!account?.initiator || !row.receipt || row.proof === "word" || row.status !== "queued" || !row.is_whole)
    return refuse("no_reversal");
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
