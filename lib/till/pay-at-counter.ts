import { recordEvent } from "@/lib/events/record-event";
import { lockSale } from "@/lib/payments/lock-sale";
import { type Taken, type TakeRefusal, takePayment } from "@/lib/payments/take-payment";
import { type KeyReused, once } from "@/lib/platform/once";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { TakePaymentInput } from "./input";
import { afterMoney, factsOf } from "./internal/after-money";

export type PayRefusal =
  | TakeRefusal
  | KeyReused
  | { refusal: "unknown_sale" }
  /** Something else is sold than whoever takes the money has seen. */
  | { refusal: "moved_on" };

/** Somebody pays at the counter, all of it or a part; what owes nothing any more is closed. */
export async function payAtCounter(
  scope: Scope,
  wish: TakePaymentInput,
): Promise<Result<Taken & { status: string }, PayRefusal>> {
  const sale = await lockSale(scope, wish.saleId);
  if (!sale) return refuse("unknown_sale");
  return once<Taken & { status: string }, PayRefusal>(scope, "sale-payments", wish, async () => {
    if (wish.revision !== undefined && wish.revision !== sale.revision) return refuse("moved_on");
    const taken = await takePayment(scope, sale, wish);
    if (!taken.ok) return taken;
    const { status } = await afterMoney(scope, sale);
    if (status === "open") recordEvent(scope, { name: "sale.changed", ...factsOf(sale) });
    return ok({ ...taken.value, status });
  });
}
