import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { MatchInput } from "./input";
import { compareAgain } from "./internal/compare-again";
import { owedFor } from "./internal/owed";
import { owedLate } from "./internal/owed-late";
import { lockPayment } from "./internal/payment";
import { paymentOfCode } from "./internal/payment-of-code";
import { settle } from "./internal/settle";

export type MatchRefusal =
  | { refusal: "unknown_receipt" }
  /** Somebody has said meanwhile what it was, or its code stands at another payment. */
  | { refusal: "moved_on" }
  /** Nothing of this amount is owed for it. */
  | { refusal: "nothing_due" };

/** `paid_late`: what it was for could no longer be had, and the money stands among the refunds. */
export type Matched = { paymentId: string; status: "paid" | "paid_late" };

/** Money that came in unasked was for this: it counts as Safaricom's own word. */
export async function matchReceipt(scope: Scope, input: MatchInput): Promise<Result<Matched, MatchRefusal>> {
  const { tenantId, tx } = scope;
  const { receipt } = input;
  const [told] = await tx.execute<{ amount_minor: string }>(sql`
    select amount_minor from mpesa_receipts where tenant_id = ${tenantId} and receipt = ${receipt}`);
  if (!told) return refuse("unknown_receipt");
  const amountMinor = Number(told.amount_minor);
  // What it was for is locked before it, as by everybody who settles.
  const owed =
    "saleId" in input
      ? await owedFor(scope, { ...input, amountMinor })
      : await owedLate(scope, input.bookingId, amountMinor);
  const [row] = await tx.execute<Row>(sql`
    select m.paid_at, m.settled_as, coalesce(m.payment_id, p.id) as payment_id from mpesa_receipts m
    left join payments p on p.tenant_id = m.tenant_id and p.receipt = m.receipt
    where m.tenant_id = ${tenantId} and m.receipt = ${receipt} for update of m`);
  if (!row || row.payment_id || row.settled_as) return refuse("moved_on");
  if ("refusal" in owed || owed.amountMinor !== amountMinor) return refuse("nothing_due");
  const paymentId = await paymentOfCode(scope, owed, { settles: true });
  const paidAt = new Date(row.paid_at);
  await settle(scope, (await lockPayment(scope, paymentId))!, { receipt, at: paidAt, proof: "statement" });
  const status = (await lockPayment(scope, paymentId))!.status;
  // Somebody gave its code to another payment in this very moment.
  if (status !== "paid" && status !== "paid_late") return refuse("moved_on");
  await recordAudit(scope, {
    action: "receipt.matched",
    entity: "payment",
    entityId: paymentId,
    after: { receipt, ...("saleId" in input ? { sale: input.saleId } : { booking: input.bookingId }) },
  });
  await compareAgain(scope, paidAt);
  return ok({ paymentId, status });
}

type Row = { paid_at: string; payment_id: string | null; settled_as: string | null };
