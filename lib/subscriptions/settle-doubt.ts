import type { z } from "zod";
import { type DoubtRefusal, dismissDoubt } from "@/lib/payments/dismiss-doubt";
import { type AsideRefusal, setReceiptAside } from "@/lib/payments/set-receipt-aside";
import { type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { soundInput } from "./input";

export type SettleDoubtRefusal = DoubtRefusal | AsideRefusal;

/** Somebody has looked at it, and says what it was. Called in the platform's scope. */
export async function settleDoubt(
  scope: Scope,
  { paymentId, doubt, receipt, note }: z.output<typeof soundInput>,
): Promise<Result<true, SettleDoubtRefusal>> {
  if (paymentId && doubt) return dismissDoubt(scope, { paymentId, doubt, note });
  if (receipt) return setReceiptAside(scope, { receipt, as: "other", note });
  return refuse("unknown_receipt");
}
