import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { openSealed } from "@/lib/platform/seal";
import type { Scope } from "@/lib/tenancy/scope";
import { parseStkCallback, type StkCallback } from "../daraja/stk-callback";
import { isOpen } from "../rules";
import { doubt } from "./doubt";
import { fail } from "./fail";
import { judge, type Verdict } from "./judge";
import { lockPayment, type Payment, saidPaidAfterAll } from "./payment";
import { planLook } from "./plan-look";
import { planPull } from "./plan-pull";
import { settle } from "./settle";

type Kept = { id: string; sealed: string; listed: boolean };

/** What a body is bound to, so that one payment's cannot be put beside another. */
export const callbackPlace = (tenantId: string, paymentId: string): string => `${tenantId} callback ${paymentId}`;

/** What was posted for a payment and not read yet, in the order in which it came. */
export async function readCallbacksOf(scope: Scope, paymentId: string): Promise<void> {
  let payment = await lockPayment(scope, paymentId);
  const kept = await scope.tx.execute<Kept>(sql`
    select id, sealed, listed from payment_callbacks
    where tenant_id = ${scope.tenantId} and payment_id = ${paymentId} and read_at is null order by created_at, id`);
  for (const callback of kept) {
    if (!payment) return;
    const told = readBody(openSealed(callback.sealed, callbackPlace(scope.tenantId, paymentId)));
    const verdict = judge(payment, told, callback.listed);
    if (verdict.do === "wait") return;
    await apply(scope, payment, verdict);
    await scope.tx.execute(sql`
      update payment_callbacks set read_at = ${now().toISOString()}, verdict = ${"why" in verdict ? verdict.why : verdict.do}
      where tenant_id = ${scope.tenantId} and id = ${callback.id}`);
    payment = await lockPayment(scope, paymentId);
  }
}

/** Null: it was sealed under a secret that is gone. Nothing is lost by it that a query and the list do not tell. */
export function readBody(text: string | null): StkCallback {
  if (text === null) return { kind: "malformed" };
  try {
    return parseStkCallback(JSON.parse(text));
  } catch {
    return { kind: "malformed" };
  }
}

async function apply(scope: Scope, payment: Payment, verdict: Verdict): Promise<void> {
  switch (verdict.do) {
    case "settle":
    case "complete":
      return settle(scope, payment, { receipt: verdict.receipt, at: verdict.at, proof: "callback" });
    case "fail":
      return fail(scope, payment, verdict.code);
    case "adopt":
      return adopt(scope, payment, verdict);
    case "ask":
      if (verdict.why === "amount_differs") await doubt(scope, payment, "amount_differs");
      return askAgain(scope, payment);
    default:
      return;
  }
}

/** Ids that belong to another payment already are nobody's. */
async function adopt(scope: Scope, payment: Payment, ids: Verdict & { do: "adopt" }): Promise<void> {
  const [used] = await scope.tx.execute(sql`
    select 1 from payments where tenant_id = ${scope.tenantId} and checkout_request_id = ${ids.checkoutRequestId}`);
  if (used) return;
  await scope.tx.execute(sql`
    update payments set merchant_request_id = ${ids.merchantRequestId}, checkout_request_id = ${ids.checkoutRequestId}
    where tenant_id = ${scope.tenantId} and id = ${payment.id}`);
  await askAgain(scope, payment);
}

/** Of what was over, too: somebody says that it was paid after all. */
async function askAgain(scope: Scope, payment: Payment): Promise<void> {
  if (!isOpen(payment.status) && payment.doubt !== "amount_differs") await doubt(scope, payment, saidPaidAfterAll);
  if (!payment.askedAt)
    await scope.tx.execute(sql`update payments set asked_at = ${now().toISOString()}
      where tenant_id = ${scope.tenantId} and id = ${payment.id}`);
  await planLook(scope, payment.id, now());
  await planPull(scope, now());
}
