import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { inWords, log } from "@/lib/platform/log";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { DarajaAccount } from "./daraja/account";
import { type QueryAnswer, stkQuery } from "./daraja/stk-query";
import { darajaAccount } from "./get-account";
import { darajaDeps } from "./internal/daraja-deps";
import { doubt } from "./internal/doubt";
import { fail } from "./internal/fail";
import { keepTime } from "./internal/keep-time";
import { factsOf, isAskedAbout, lockPayment, type Payment } from "./internal/payment";
import { nextLook, planLook } from "./internal/plan-look";
import { planPull } from "./internal/plan-pull";
import { postpone, takeTurn } from "./internal/query-turns";
import { settle } from "./internal/settle";
import { vouchedFor } from "./internal/vouched-for";
import { isOpen, silentMs, sureAfterMs } from "./rules";

const actor = { kind: "system", job: "look at payment" } as const;

/** Asks Safaricom what became of a payment that is open, when it is its turn, and plans the next time. */
export async function lookAtPayment(tenantId: string, paymentId: string): Promise<void> {
  const asked = await withTenant(tenantId, actor, (scope) => prepare(scope, paymentId));
  if (!asked) return;
  const answer = await stkQuery(darajaDeps(tenantId), asked.account, asked.checkoutRequestId).catch(
    (error): QueryAnswer => {
      log().warn({ err: error }, "a payment was not asked after");
      return { kind: "no_answer", detail: inWords(error) };
    },
  );
  await withTenant(tenantId, actor, (scope) => hear(scope, paymentId, asked.checkoutRequestId, answer));
}

type Asked = { account: DarajaAccount; checkoutRequestId: string };

async function prepare(scope: Scope, id: string): Promise<Asked | null> {
  const payment = await lockPayment(scope, id);
  if (!payment || !isAskedAbout(payment) || !payment.askedAt) return null;
  if (payment.status === "pending" && now().getTime() - payment.askedAt.getTime() >= silentMs)
    await becomeUnknown(scope, payment);
  const account = await darajaAccount(scope);
  // Without its id nothing can be asked; its callback, or the list of what came in, may still tell.
  if (!account || !payment.checkoutRequestId) {
    await goOn(scope, payment);
    return null;
  }
  const turn = await takeTurn(scope, account.environment);
  if (!turn.mine) {
    await planLook(scope, id, turn.at);
    return null;
  }
  return { account, checkoutRequestId: payment.checkoutRequestId };
}

async function becomeUnknown(scope: Scope, payment: Payment): Promise<void> {
  await scope.tx.execute(
    sql`update payments set status = 'unknown' where tenant_id = ${scope.tenantId} and id = ${payment.id}`,
  );
  recordEvent(scope, { name: "payment.awaited", ...factsOf(payment) });
  await keepTime(scope, payment);
  await planPull(scope, now());
}

async function hear(scope: Scope, id: string, checkoutRequestId: string, answer: QueryAnswer): Promise<void> {
  const payment = await lockPayment(scope, id);
  if (!payment || !isAskedAbout(payment) || payment.checkoutRequestId !== checkoutRequestId) return;
  switch (answer.kind) {
    case "paid":
      return saidPaid(scope, payment);
    case "failed":
      // It was over before: what a callback said of it was not so.
      return isOpen(payment.status) ? fail(scope, payment, answer.code) : goOn(scope, payment);
    case "rate_limited":
      await postpone(scope, answer.retryAfterSeconds);
      return planLook(scope, id, new Date(now().getTime() + answer.retryAfterSeconds * 1_000));
    case "rejected":
      await doubt(scope, payment, "config");
      return goOn(scope, payment);
    default:
      return goOn(scope, payment);
  }
}

/** Once is enough where a callback says the same; otherwise a second time, a while later. */
async function saidPaid(scope: Scope, payment: Payment): Promise<void> {
  const vouched = await vouchedFor(scope, payment);
  if (vouched) return settle(scope, payment, { ...vouched, proof: "callback" });
  // A query tells no amount, and a callback has told another one: the list, or a person, decides.
  if (payment.doubt === "amount_differs") {
    await planPull(scope, now());
    return goOn(scope, payment);
  }
  if (payment.saidPaid > 0) {
    await settle(scope, payment, { receipt: null, at: null, proof: "query" });
    // Its receipt stands in the list.
    return planPull(scope, now());
  }
  await scope.tx.execute(sql`
    update payments set said_paid = said_paid + 1, looks = looks + 1 where tenant_id = ${scope.tenantId} and id = ${payment.id}`);
  await planLook(scope, payment.id, new Date(now().getTime() + sureAfterMs + 1_000));
}

/** Whoever was told that it is paid, and then that it is not, begins again. */
async function goOn(scope: Scope, payment: Payment): Promise<void> {
  const looks = payment.looks + 1;
  const next = nextLook(payment.askedAt!, looks);
  await scope.tx.execute(sql`
    update payments set looks = ${looks}, said_paid = 0, 
      status = case when ${next === null && isOpen(payment.status)} then 'needs_review' else status end
    where tenant_id = ${scope.tenantId} and id = ${payment.id}`);
  if (next) return planLook(scope, payment.id, next);
  if (isOpen(payment.status)) await doubt(scope, payment, "never_answered");
}
