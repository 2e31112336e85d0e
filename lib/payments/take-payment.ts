import { payments } from "@/db/schema/payments";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { saleWasPaid } from "./ledger";
import type { LockedSale } from "./lock-sale";
import { recordEntries } from "./record-entries";

/** Over the counter: it is there when somebody says so. */
export type CounterMethod = "cash" | "card" | "other";

export type TakeWish = {
  method: CounterMethod;
  amountMinor: number;
  /** Cash that was handed over; what is more than the amount is given back. */
  tenderedMinor?: number | undefined;
  /** What the card's slip says, or how else it was paid. */
  slip?: string | undefined;
};
export type Taken = { paymentId: string; changeMinor: number; owedMinor: number };
export type TakeRefusal =
  | { refusal: "not_open" }
  | { refusal: "nothing_owed" }
  /** More than is owed: change is given of cash only. */
  | { refusal: "too_much"; owedMinor: number }
  | { refusal: "too_little" };

/** Takes money towards a sale that this transaction has locked. */
export async function takePayment(
  scope: Scope,
  sale: LockedSale,
  { method, amountMinor, tenderedMinor, slip }: TakeWish,
): Promise<Result<Taken, TakeRefusal>> {
  // One that was paid, and whose money turned out not to have come, takes it again.
  if (sale.status === "voided" || (sale.status === "closed" && sale.owedMinor <= 0)) return refuse("not_open");
  if (sale.owedMinor <= 0) return refuse("nothing_owed");
  if (amountMinor > sale.owedMinor) return refuse("too_much", { owedMinor: sale.owedMinor });
  const handed = method === "cash" ? (tenderedMinor ?? amountMinor) : null;
  if (handed !== null && handed < amountMinor) return refuse("too_little");
  const id = newId();
  const at = now();
  await scope.tx.insert(payments).values({
    tenantId: scope.tenantId,
    id,
    purpose: "sale",
    saleId: sale.id,
    customerId: sale.customerId,
    method,
    amountMinor,
    currency: sale.currency,
    status: "paid",
    tenderedMinor: handed,
    slip: slip || null,
    proof: "word",
    settledAt: at,
    byUserId: scope.actor.kind === "member" ? scope.actor.userId : null,
    createdAt: at,
  });
  await recordEntries(scope, {
    kind: "payment",
    source: `payment ${id}`,
    entries: saleWasPaid(method, amountMinor),
    currency: sale.currency,
    timeZone: sale.timeZone,
    at,
    paymentId: id,
    saleId: sale.id,
  });
  return ok({
    paymentId: id,
    changeMinor: handed === null ? 0 : handed - amountMinor,
    owedMinor: sale.owedMinor - amountMinor,
  });
}
