import { sql } from "drizzle-orm";
import { keepForPayment } from "@/lib/bookings/keep-for-payment";
import { planDue } from "@/lib/events/plan-due";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { shownAccount } from "./get-account";
import { owedFor, type PaidFor } from "./internal/owed";
import { lockPayment } from "./internal/payment";
import { paymentOfCode } from "./internal/payment-of-code";
import { planPull } from "./internal/plan-pull";
import { retypeCode } from "./internal/retype-code";
import { settle } from "./internal/settle";
import { isReceiptCode, keptWhileUnknownMs } from "./rules";
import { holdCode, sentBack, wasDenied } from "./used-code";

export type CodeWish = PaidFor & { code: string };

export type CodeRefusal =
  | { refusal: "invalid_code" }
  /** It has paid for something else. */
  | { refusal: "code_used" }
  /** M-Pesa itself has told of it, with another amount. */
  | { refusal: "other_amount"; paidMinor: number }
  | { refusal: "nothing_due" }
  | { refusal: "hold_over" };

/** `checking`: M-Pesa is asked whether it is so before it counts. */
export type Entered = { paymentId: string; checking: boolean };

/**
 * The code of an M-Pesa message, typed in. Where the business has given us keys a customer's word is only a hint of what to
 * ask M-Pesa for; the desk's word counts, and so does anybody's where nobody can be asked. It stands apart until verified.
 */
export async function enterCode(scope: Scope, wish: CodeWish): Promise<Result<Entered, CodeRefusal>> {
  const code = wish.code.trim().toUpperCase();
  if (!isReceiptCode(code)) return refuse("invalid_code");
  await holdCode(scope, code);
  const owed = await owedFor(scope, wish);
  if ("refusal" in owed) return owed.refusal === "nothing_due" ? retypeCode(scope, wish, code) : refuse(owed.refusal);
  const [used] = await scope.tx.execute(sql`
    select 1 from payments where tenant_id = ${scope.tenantId} and receipt = ${code}
    union all select 1 from mpesa_receipts where tenant_id = ${scope.tenantId} and receipt = ${code}
      and (payment_id is not null or settled_as is not null)
    union all ${sentBack(scope.tenantId, code)}`);
  if (used || (scope.actor.kind !== "member" && (await wasDenied(scope, code)))) return refuse("code_used");
  const [told] = await scope.tx.execute<{ minor: string }>(sql`
    select amount_minor as minor from mpesa_receipts where tenant_id = ${scope.tenantId} and receipt = ${code}`);
  if (told && Number(told.minor) !== owed.amountMinor) return refuse("other_amount", { paidMinor: Number(told.minor) });
  const account = await shownAccount(scope);
  const counts = scope.actor.kind === "member" || !account?.prompts;
  const known = told !== undefined;
  const settles = counts || known;
  const paymentId = await paymentOfCode(scope, owed, { settles });
  if (settles) {
    const payment = (await lockPayment(scope, paymentId))!;
    await settle(scope, payment, { receipt: code, at: null, proof: known ? "statement" : "word" });
    return ok({ paymentId, checking: false });
  }
  await scope.tx.execute(
    sql`update payments set claimed = ${code} where tenant_id = ${scope.tenantId} and id = ${paymentId}`,
  );
  // Whoever has paid keeps the time while M-Pesa is asked.
  if (owed.bookingId)
    await keepForPayment(scope, owed.bookingId, new Date(now().getTime() + keptWhileUnknownMs), "told");
  await planDue(scope, { kind: "look_at_payment", at: now(), payload: { paymentId } });
  await planPull(scope, now());
  return ok({ paymentId, checking: true });
}
