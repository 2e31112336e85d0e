import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { claimLess, claimTotal, saleBecame, type Tender, wasGivenBack } from "@/lib/payments/ledger";
import { type LockedSale, lockSale } from "@/lib/payments/lock-sale";
import { isOwnRequest } from "@/lib/payments/own-request";
import type { RefundRefusal } from "@/lib/payments/pay-refund";
import { recordEntries } from "@/lib/payments/record-entries";
import { isReceiptCode } from "@/lib/payments/rules";
import { holdCode, isCodeUsed } from "@/lib/payments/used-code";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { ApproveRefundInput } from "./input";
import { afterMoney, factsOf } from "./internal/after-money";
import { partOf } from "./price";
import type { RefundMethod } from "./rules";
import { openRefundsOf, standingOf } from "./standing-of";

export type DecideRefusal =
  | { refusal: "unknown_refund" }
  /** Somebody has decided otherwise. */
  | { refusal: "decided_already" }
  /** More than the sale still keeps of what was paid. */
  | { refusal: "too_much"; refundableMinor: number };

/** M-Pesa that was sent by hand has a code of its own. */
export type ApproveRefusal = DecideRefusal | RefusalOf<"own_request" | "no_code" | "code_used">;
type RefusalOf<R extends RefundRefusal["refusal"]> = Extract<RefundRefusal, { refusal: R }>;

type Asked = {
  saleId: string;
  byUserId: string | null;
  status: string;
  amountMinor: number;
  method: RefundMethod;
  why: "returned" | "overpaid";
};
type Locked = Result<{ sale: LockedSale; asked: Asked }, { refusal: "unknown_refund" }>;

/** It is given back: new entries beside the old ones. Said twice it is given back once. */
export async function approveRefund(
  scope: Scope,
  { refundId, receipt }: ApproveRefundInput,
): Promise<Result<{ id: string; owedMinor: number }, ApproveRefusal>> {
  if (receipt) await holdCode(scope, receipt);
  const locked = await lockRefund(scope, refundId);
  if (!locked.ok) return locked;
  const { sale, asked } = locked.value;
  if (asked.status === "done") return ok({ id: refundId, owedMinor: sale.owedMinor });
  if (asked.status !== "asked") return refuse("decided_already");
  if (await isOwnRequest(scope, asked.byUserId)) return refuse("own_request");
  const code = asked.method === "mpesa" ? (receipt ?? "") : null;
  if (code !== null && !isReceiptCode(code)) return refuse("no_code");
  if (code !== null && (await isCodeUsed(scope, code))) return refuse("code_used");
  const { claim, owedMinor } = await standingOf(scope, sale.id);
  const total = claimTotal(claim);
  const { amountMinor } = asked;
  // What stands among the refunds is given back there, not here as well.
  const refundableMinor = Math.max(0, total - owedMinor - (await openRefundsOf(scope, sale.id)).dueMinor);
  if (amountMinor > refundableMinor) return refuse("too_much", { refundableMinor });
  const returned =
    asked.why === "returned" ? saleBecame(claim, claimLess(claim, partOf(claim, total, amountMinor))) : [];
  await recordEntries(scope, {
    kind: "refund",
    source: `refund ${refundId}`,
    entries: [...returned, ...wasGivenBack("customers", await tenderOf(scope, sale.id, asked), amountMinor)],
    currency: sale.currency,
    timeZone: sale.timeZone,
    saleId: sale.id,
    refundId,
  });
  await scope.tx.execute(sql`
    update refunds set status = 'done', receipt = ${code}, approved_by = ${memberId(scope)}, done_at = ${now().toISOString()}
    where tenant_id = ${scope.tenantId} and id = ${refundId}`);
  await recordAudit(scope, {
    action: "sale.refunded",
    entity: "sale",
    entityId: sale.id,
    after: { number: sale.number, amountMinor, currency: sale.currency, method: asked.method, why: asked.why },
  });
  const after = await afterMoney(scope, sale);
  recordEvent(scope, { name: "sale.refunded", ...factsOf(sale), amountMinor });
  return ok({ id: refundId, owedMinor: after.owedMinor });
}

/** Nothing is given back. */
export async function declineRefund(scope: Scope, refundId: string): Promise<Result<{ id: string }, DecideRefusal>> {
  const locked = await lockRefund(scope, refundId);
  if (!locked.ok) return locked;
  const { sale, asked } = locked.value;
  if (asked.status === "withdrawn") return ok({ id: refundId });
  if (asked.status !== "asked") return refuse("decided_already");
  await scope.tx.execute(sql`
    update refunds set status = 'withdrawn', approved_by = ${memberId(scope)}, done_at = ${now().toISOString()}
    where tenant_id = ${scope.tenantId} and id = ${refundId}`);
  // As long as it was asked for, what was paid too much stood nowhere else.
  await afterMoney(scope, sale);
  recordEvent(scope, { name: "refund.declined", ...factsOf(sale), amountMinor: asked.amountMinor });
  return ok({ id: refundId });
}

const memberId = ({ actor }: Scope) => (actor.kind === "member" ? actor.userId : null);

/** Of a sale, asked for at the counter: the others are not decided here. */
async function lockRefund(scope: Scope, id: string): Promise<Locked> {
  const { tx, tenantId } = scope;
  const [about] = await tx.execute<{ saleId: string }>(sql`
    select sale_id as "saleId" from refunds where tenant_id = ${tenantId} and id = ${id} and sale_id is not null
      and method in ('cash', 'card', 'mpesa', 'other')`);
  if (!about) return refuse("unknown_refund");
  // The sale first, as everywhere: with it locked nobody else decides.
  const sale = await lockSale(scope, about.saleId);
  const [asked] = await tx.execute<Asked & { amountMinor: string }>(sql`
    select sale_id as "saleId", by_user_id as "byUserId", status, amount_minor as "amountMinor", method, why from refunds
    where tenant_id = ${tenantId} and id = ${id} for update`);
  return ok({ sale: sale!, asked: { ...asked!, amountMinor: Number(asked!.amountMinor) } });
}

/** M-Pesa that only somebody's word stands for is given back from where it lies apart. */
async function tenderOf({ tx, tenantId }: Scope, saleId: string, { method, amountMinor }: Asked): Promise<Tender> {
  if (method !== "mpesa") return method;
  const [row] = await tx.execute<{ verified: string; by_hand: string }>(sql`
    select coalesce(sum(e.debit_minor - e.credit_minor) filter (where e.account = 'mpesa'), 0) as verified,
      coalesce(sum(e.debit_minor - e.credit_minor) filter (where e.account = 'mpesa_by_hand'), 0) as by_hand
    from ledger_transactions t
    join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id
    where t.tenant_id = ${tenantId} and t.sale_id = ${saleId}`);
  return Number(row?.verified) < amountMinor && Number(row?.by_hand) >= amountMinor ? "mpesa_by_hand" : "mpesa";
}
