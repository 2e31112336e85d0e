import { sql } from "drizzle-orm";
import { planDue } from "@/lib/events/plan-due";
import { now } from "@/lib/platform/clock";
import { inWords } from "@/lib/platform/log";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { DarajaAccount } from "./daraja/account";
import { type AsyncAnswer, reverse } from "./daraja/async-requests";
import { darajaAccount } from "./get-account";
import { callbackUrl, darajaDeps } from "./internal/daraja-deps";
import { putRefund } from "./internal/put-refund";
import { lockSaleOfRefund, type RefundWhy, stillOwed } from "./internal/still-owed";
import { moneyToken } from "./payment-token";

const actor = { kind: "system", job: "send reversal" } as const;

/** Results come within minutes; what has none by then is looked at by a person. */
const resultMs = 15 * 60_000;

type Wanted = { account: DarajaAccount; receipt: string; amountMinor: number };

/** Asks Safaricom to give a payment back, once: what may have gone through is looked at by a person. */
export async function sendReversal(tenantId: string, refundId: string): Promise<void> {
  const wanted = await withTenant(tenantId, actor, (scope) => claim(scope, refundId));
  if (!wanted) return;
  const token = moneyToken("refund", refundId);
  const answer = await reverse(darajaDeps(tenantId), wanted.account, {
    receipt: wanted.receipt,
    amountKes: wanted.amountMinor / 100,
    remarks: "Refund",
    resultUrl: callbackUrl(`/api/money/refund/${token}/result`),
    timeoutUrl: callbackUrl(`/api/money/refund/${token}/timeout`),
  }).catch((error): AsyncAnswer => ({ kind: "unknown", detail: inWords(error) }));
  await withTenant(tenantId, actor, (scope) => keepAnswer(scope, refundId, answer));
}

type Row = {
  status: string;
  why: RefundWhy;
  bookingId: string | null;
  saleId: string | null;
  receipt: string | null;
  amount_minor: string;
};

/** Found as sent already: whether it was, nobody knows. */
async function claim(scope: Scope, id: string): Promise<Wanted | null> {
  const { tx, tenantId } = scope;
  await lockSaleOfRefund(scope, id);
  const [row] = await tx.execute<Row>(sql`
    select r.status, r.why, r.booking_id as "bookingId", r.sale_id as "saleId", p.receipt, r.amount_minor from refunds r
    left join payments p on p.tenant_id = r.tenant_id and p.id = r.payment_id
    where r.tenant_id = ${tenantId} and r.id = ${id} for update of r`);
  if (row?.status === "submitting") await putRefund(scope, id, "needs_review", "not answered");
  if (row?.status !== "approved") return null;
  // Since it was approved, what it was owed from may have been used.
  if (Number(row.amount_minor) > (await stillOwed(scope, { ...row, id }))) {
    await putRefund(scope, id, "withdrawn", "no longer owed");
    return null;
  }
  const account = await darajaAccount(scope);
  if (!account || !row.receipt) {
    await putRefund(scope, id, "queued", "no keys, or no receipt");
    return null;
  }
  await putRefund(scope, id, "submitting", "");
  await planDue(scope, { kind: "miss_result", at: new Date(now().getTime() + resultMs), payload: { refundId: id } });
  return { account, receipt: row.receipt, amountMinor: Number(row.amount_minor) };
}

async function keepAnswer(scope: Scope, id: string, answer: AsyncAnswer): Promise<void> {
  // Its result may have been quicker than this answer.
  const [waits] = await scope.tx.execute(sql`
    select 1 from refunds where tenant_id = ${scope.tenantId} and id = ${id} and status = 'submitting' for update`);
  if (!waits) return;
  if (answer.kind === "accepted") {
    // Its result has to name the same.
    const ids = { conversation: answer.conversationId, originator: answer.originatorConversationId };
    await scope.tx.execute(sql`
      update refunds set details = details || ${JSON.stringify(ids)}::jsonb
      where tenant_id = ${scope.tenantId} and id = ${id}`);
    await planDue(scope, { kind: "miss_result", at: new Date(now().getTime() + resultMs), payload: { refundId: id } });
    return putRefund(scope, id, "submitted", "");
  }
  if (answer.kind === "unknown") return putRefund(scope, id, "needs_review", answer.detail.slice(0, 200));
  // Nothing was sent: it may be paid another way.
  const why = answer.kind === "rejected" ? answer.message : answer.why;
  return putRefund(scope, id, "queued", why.slice(0, 200));
}
