import { sql } from "drizzle-orm";
import { type AskRefusal, askToPay } from "@/lib/payments/ask-to-pay";
import { type CodeRefusal, type Entered, enterCode } from "@/lib/payments/enter-code";
import { lockSale } from "@/lib/payments/lock-sale";
import { type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { followMoney } from "./follow-money";

type Unknown = { refusal: "unknown_sale" };
type Part = { saleId: string; amountMinor: number };

/** A phone is asked for a part of what a sale owes, or for all of it. */
export async function askForSale(
  scope: Scope,
  wish: Part & { phone: string },
): Promise<Result<{ paymentId: string }, AskRefusal | Unknown>> {
  return (await lockSale(scope, wish.saleId)) ? askToPay(scope, wish) : refuse("unknown_sale");
}

/** It was paid by itself, as the code of its message says. */
export async function takeCodeForSale(
  scope: Scope,
  wish: Part & { code: string },
): Promise<Result<Entered, CodeRefusal | Unknown>> {
  // Not locked yet: a code is held before what it is for, by everybody.
  const [known] = await scope.tx.execute(
    sql`select 1 from sales where tenant_id = ${scope.tenantId} and id = ${wish.saleId}`,
  );
  if (!known) return refuse("unknown_sale");
  const entered = await enterCode(scope, wish);
  if (entered.ok) await followMoney(scope, { ...wish, bookingId: null });
  return entered;
}
