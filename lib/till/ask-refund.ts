import { refunds } from "@/db/schema/payments";
import { recordEvent } from "@/lib/events/record-event";
import { claimTotal } from "@/lib/payments/ledger";
import { type LockedSale, lockSale } from "@/lib/payments/lock-sale";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { type KeyReused, once } from "@/lib/platform/once";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { AskRefundInput } from "./input";
import { factsOf } from "./internal/after-money";
import { openRefundsOf, standingOf } from "./standing-of";

export type AskRefundRefusal =
  | KeyReused
  | { refusal: "unknown_sale" }
  /** Nothing can be returned of what is still being paid; money that was taken can be given back. */
  | { refusal: "still_open" }
  | { refusal: "voided" }
  /** More than was paid and is not given back, or asked back, already. */
  | { refusal: "too_much"; refundableMinor: number }
  /** What was paid too much stands among the refunds already: it is given back there. */
  | { refusal: "queued_already" };

/** Somebody at the counter asks that money is given back; an owner or a manager decides. */
export async function askRefund(
  scope: Scope,
  wish: AskRefundInput,
): Promise<Result<{ refundId: string }, AskRefundRefusal>> {
  const sale = await lockSale(scope, wish.saleId);
  if (!sale) return refuse("unknown_sale");
  return once<{ refundId: string }, AskRefundRefusal>(scope, "refunds", wish, async () => {
    // Money that came when it was void already is given back all the same.
    if (sale.status === "voided" && !(wish.owedAgain && sale.owedMinor < 0)) return refuse("voided");
    if (sale.status === "open" && !wish.owedAgain) return refuse("still_open");
    const { refundableMinor, dueMinor } = await refundable(scope, sale);
    if (wish.owedAgain && dueMinor > 0) return refuse("queued_already");
    if (wish.amountMinor > refundableMinor) return refuse("too_much", { refundableMinor });
    const refundId = newId();
    await scope.tx.insert(refunds).values({
      tenantId: scope.tenantId,
      id: refundId,
      saleId: sale.id,
      customerId: sale.customerId,
      amountMinor: wish.amountMinor,
      currency: sale.currency,
      why: wish.owedAgain ? "overpaid" : "returned",
      status: "asked",
      method: wish.method,
      note: wish.reason,
      notBefore: now(),
      byUserId: scope.actor.kind === "member" ? scope.actor.userId : null,
      createdAt: now(),
    });
    recordEvent(scope, { name: "refund.asked", ...factsOf(sale), amountMinor: wish.amountMinor });
    return ok({ refundId });
  });
}

/** What of the sale's money nobody has given back or asked back; and what of it waits to be given back. */
async function refundable(scope: Scope, sale: LockedSale) {
  const [{ claim, owedMinor }, { askedMinor, dueMinor }] = await Promise.all([
    standingOf(scope, sale.id),
    openRefundsOf(scope, sale.id),
  ]);
  const keptMinor = claimTotal(claim) - owedMinor;
  return { refundableMinor: Math.max(0, keptMinor - askedMinor - dueMinor), dueMinor };
}
