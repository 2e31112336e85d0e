import { sql } from "drizzle-orm";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { darajaAccount } from "./get-account";
import { factsOf, lockPayment, type Payment } from "./internal/payment";
import { planPull } from "./internal/plan-pull";
import { isOpen, lookAfterSeconds } from "./rules";

const fewLooks = 3;

export type LookRefusal =
  | { refusal: "unknown_payment" }
  | { refusal: "no_keys" }
  /** The same is asked of their phone just now. */
  | { refusal: "asked_already" };

/** Safaricom is asked once more what became of it, and for its list of what came in. */
export async function lookAgain(
  scope: Scope,
  { paymentId }: { paymentId: string },
): Promise<Result<true, LookRefusal>> {
  const payment = await lockPayment(scope, paymentId);
  if (!payment) return refuse("unknown_payment");
  if (!(await darajaAccount(scope))) return refuse("no_keys");
  if (payment.status === "needs_review" && payment.checkoutRequestId) {
    if (await hasOpenPrompt(scope, payment)) return refuse("asked_already");
    // Nobody knows, and it is asked after a few times more: then a person has to look again.
    await scope.tx.execute(sql`
      update payments set status = 'unknown', looks = ${lookAfterSeconds.length - fewLooks}
      where tenant_id = ${scope.tenantId} and id = ${paymentId}`);
    await planLookNow(scope, paymentId);
  } else if (isOpen(payment.status) && payment.checkoutRequestId) await planLookNow(scope, paymentId);
  await planPull(scope, now());
  recordEvent(scope, { name: "payment.looked", ...factsOf(payment) });
  return ok(true as const);
}

async function hasOpenPrompt({ tx, tenantId }: Scope, { id, bookingId, saleId }: Payment): Promise<boolean> {
  const [open] = await tx.execute(sql`
    select 1 from payments where tenant_id = ${tenantId} and id <> ${id} and method = 'prompt'
      and status in ('created', 'submitting', 'pending', 'unknown') and (booking_id = ${bookingId} or sale_id = ${saleId})`);
  return open !== undefined;
}

/** However often it is tapped. */
async function planLookNow(scope: Scope, paymentId: string): Promise<void> {
  const at = now();
  const [planned] = await scope.tx.execute(sql`
    select 1 from due where tenant_id = ${scope.tenantId} and kind = 'look_at_payment' and done_at is null
      and payload ->> 'paymentId' = ${paymentId} and due_at <= ${at.toISOString()}`);
  if (!planned) await planDue(scope, { kind: "look_at_payment", at, payload: { paymentId } });
}
