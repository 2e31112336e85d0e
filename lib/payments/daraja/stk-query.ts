import type { DarajaAccount } from "./account";
import type { DarajaDeps, Rejected } from "./client";
import { stkPassword } from "./credentials";
import { ask, isRateLimit, lacksProduct } from "./internal/ask";
import { isAccountFault, withoutToken } from "./internal/refusals";
import { nairobiTimestamp } from "./nairobi-time";
import { codeOf, endsUnpaid, stillProcessing } from "./result-codes";

export type QueryAnswer =
  /** Paid; the receipt's number is not told here. */
  | { kind: "paid" }
  | { kind: "failed"; code: string }
  | { kind: "in_flight" }
  /** Nothing that could be relied on. `too_early` also stands for an id that nobody knows. */
  | { kind: "no_answer"; detail: string }
  | { kind: "not_found" }
  | { kind: "rate_limited"; retryAfterSeconds: number }
  | (Rejected & { why: "account" });

/** What Safaricom says became of a push. Only a known last word settles anything. */
export async function stkQuery(
  deps: DarajaDeps,
  account: DarajaAccount,
  checkoutRequestId: string,
): Promise<QueryAnswer> {
  const timestamp = nairobiTimestamp(deps.now());
  const answer = await ask(deps, account, "/mpesa/stkpushquery/v1/query", {
    BusinessShortCode: account.shortcode,
    Password: stkPassword(account.shortcode, account.passkey, timestamp),
    Timestamp: timestamp,
    CheckoutRequestID: checkoutRequestId,
  });
  if (answer.kind === "body") return settled(answer.body, checkoutRequestId);
  if (answer.kind === "silent") return { kind: "no_answer", detail: answer.detail };
  if (answer.kind === "no_token") {
    const refusal = withoutToken(answer.token);
    if (refusal.kind === "rejected") return { ...refusal, why: "account" };
    return refusal.why === "rate_limited"
      ? { kind: "rate_limited", retryAfterSeconds: refusal.retryAfterSeconds }
      : { kind: "no_answer", detail: refusal.why };
  }
  if (isRateLimit(answer)) return { kind: "rate_limited", retryAfterSeconds: answer.retryAfterSeconds ?? 60 };
  if (answer.kind === "unreadable") return { kind: "no_answer", detail: `HTTP ${answer.status}` };
  const { code, message } = answer;
  if (lacksProduct(answer)) return { kind: "rejected", why: "account", code, message };
  if (code === "500.001.1001") {
    if (isAccountFault(message)) return { kind: "rejected", why: "account", code, message };
    if (/does not exist/i.test(message)) return { kind: "not_found" };
    if (/being processed/i.test(message)) return { kind: "in_flight" };
  }
  if (code === "400.002.02") {
    if (/CheckoutRequestID/i.test(message)) return { kind: "no_answer", detail: "too_early" };
    return { kind: "rejected", why: "account", code, message };
  }
  return { kind: "no_answer", detail: `HTTP ${answer.status} ${code}`.trim() };
}

function settled(body: Record<string, unknown>, asked: string): QueryAnswer {
  const about = body.CheckoutRequestID;
  if (about !== undefined && about !== asked) return { kind: "no_answer", detail: "an answer about another payment" };
  const code = codeOf(body.ResultCode);
  // One app has seen a last word whose text says that it is none.
  const waiting = /still under processing/i.test(String(body.ResultDesc ?? ""));
  if (code === stillProcessing || (waiting && code !== "0")) return { kind: "in_flight" };
  if (code === "0") return { kind: "paid" };
  return endsUnpaid(code) ? { kind: "failed", code } : { kind: "no_answer", detail: `code ${code.slice(0, 32)}` };
}
