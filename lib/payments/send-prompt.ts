import { sql } from "drizzle-orm";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { inWords, log } from "@/lib/platform/log";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { DarajaAccount } from "./daraja/account";
import { type PushAnswer, stkPush } from "./daraja/stk-push";
import { darajaAccount } from "./get-account";
import { callbackUrl, darajaDeps } from "./internal/daraja-deps";
import { fail } from "./internal/fail";
import { keepTime } from "./internal/keep-time";
import { factsOf, lockPayment, type Payment } from "./internal/payment";
import { nextLook, planLook } from "./internal/plan-look";
import { planPull } from "./internal/plan-pull";
import { readCallbacksOf } from "./internal/read-one";
import { moneyToken } from "./payment-token";
import { silentMs } from "./rules";

const descriptions = { deposit: "Deposit", sale: "Payment", subscription: "ClientPulse" } as const;
const actor = { kind: "system", job: "send prompt" } as const;
/** Longer than any call lasts: whoever is still submitting then is no more. */
const abandonedMs = 2 * 60_000;

/**
 * Asks the payer's phone, once: the row says so before anything is sent. Whoever finds it sent, and no answer, sends
 * nothing and says that nobody knows.
 */
export async function sendPrompt(tenantId: string, paymentId: string): Promise<void> {
  const mine = await withTenant(tenantId, actor, (scope) => claim(scope, paymentId));
  if (!mine) return;
  const { payment, account } = mine;
  const answer = await stkPush(darajaDeps(tenantId), account, {
    amountKes: payment.amountMinor / 100,
    msisdn: payment.phone!.slice(1),
    reference: payment.reference!,
    description: descriptions[payment.purpose],
    callbackUrl: callbackUrl(`/api/mpesa/callback/${moneyToken("payment", paymentId)}`),
  }).catch((error): PushAnswer => {
    log().warn({ err: error }, "a prompt was sent and not answered");
    return { kind: "unknown", detail: inWords(error) };
  });
  await withTenant(tenantId, actor, (scope) => keepAnswer(scope, paymentId, answer));
}

async function claim(scope: Scope, id: string): Promise<{ payment: Payment; account: DarajaAccount } | null> {
  const payment = await lockPayment(scope, id);
  if (payment?.status === "submitting") return giveUp(scope, payment);
  if (payment?.status !== "created") return null;
  const account = await darajaAccount(scope);
  const at = now();
  const isStale = at.getTime() - (await createdAt(scope, id)) > staleMs;
  if (!account || isStale) {
    await fail(scope, payment, account ? "never_sent" : "no_account", account ? "retry_later" : "config");
    return null;
  }
  await scope.tx.execute(sql`update payments set status = 'submitting', asked_at = ${at.toISOString()}
    where tenant_id = ${scope.tenantId} and id = ${id}`);
  const later = new Date(at.getTime() + abandonedMs + 1_000);
  await planDue(scope, { kind: "send_prompt", at: later, payload: { paymentId: id } });
  return { payment: { ...payment, askedAt: at }, account };
}

/** A prompt out of the blue, long after it was wanted, frightens more than it helps. */
const staleMs = 3 * 60_000;

async function createdAt({ tx, tenantId }: Scope, id: string): Promise<number> {
  const [row] = await tx.execute<{ created_at: string }>(
    sql`select created_at from payments where tenant_id = ${tenantId} and id = ${id}`,
  );
  return Date.parse(row!.created_at);
}

async function giveUp(scope: Scope, payment: Payment): Promise<null> {
  if (now().getTime() - payment.askedAt!.getTime() >= abandonedMs) await nobodyKnows(scope, payment);
  return null;
}

/** It may have reached the phone. What came meanwhile is read now; what comes later finds it open. */
async function nobodyKnows(scope: Scope, payment: Payment): Promise<void> {
  await scope.tx.execute(
    sql`update payments set status = 'unknown' where tenant_id = ${scope.tenantId} and id = ${payment.id}`,
  );
  recordEvent(scope, { name: "payment.awaited", ...factsOf(payment) });
  await keepTime(scope, payment);
  await planLook(scope, payment.id, nextLook(payment.askedAt!, payment.looks) ?? now());
  await planPull(scope, new Date(now().getTime() + silentMs));
  await readCallbacksOf(scope, payment.id);
}

async function keepAnswer(scope: Scope, id: string, answer: PushAnswer): Promise<void> {
  const payment = await lockPayment(scope, id);
  const isWaiting = payment?.status === "submitting" || (payment?.status === "unknown" && !payment.checkoutRequestId);
  if (!payment || !isWaiting) return;
  if (answer.kind === "unknown") return nobodyKnows(scope, payment);
  if (answer.kind === "not_sent") return fail(scope, payment, `not_sent ${answer.why}`, "retry_later");
  if (answer.kind === "rejected") {
    await fail(scope, payment, answer.code, answer.why === "account" ? "config" : "unknown");
    log().warn({ code: answer.code }, "a prompt was refused");
    return;
  }
  await scope.tx.execute(sql`
    update payments set status = 'pending', merchant_request_id = ${answer.merchantRequestId},
      checkout_request_id = ${answer.checkoutRequestId} where tenant_id = ${scope.tenantId} and id = ${id}`);
  recordEvent(scope, { name: "payment.awaited", ...factsOf(payment) });
  await planLook(scope, id, nextLook(payment.askedAt!, 0)!);
  await readCallbacksOf(scope, id);
}
