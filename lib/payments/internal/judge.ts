import type { StkCallback } from "../daraja/stk-callback";
import { isOpen, isPaid } from "../rules";
import type { Payment } from "./payment";

/** What a callback does to its payment. */
export type Verdict =
  /** The push has not been answered yet: it is read again when it has. */
  | { do: "wait" }
  /** The answer to the push was lost: these may be its ids, and a query about them says so. */
  | { do: "adopt"; merchantRequestId: string; checkoutRequestId: string }
  /** Not to be believed by itself: Safaricom is asked. */
  | { do: "ask"; why: "unlisted" | "incomplete" | "amount_differs" }
  | { do: "settle"; receipt: string; at: Date | null }
  | { do: "fail"; code: string }
  | { do: "complete"; receipt: string; at: Date | null }
  | { do: "ignore"; why: "malformed" | "ids_differ" | "already_paid" | "repeated" };

/**
 * Whoever knows the address may have posted it. Believed is what names both ids, the amount to the shilling and a receipt,
 * and comes from where Safaricom says it posts from; paid stays paid whatever comes after.
 */
export function judge(payment: Payment, told: StkCallback, listed: boolean): Verdict {
  if (told.kind === "malformed") return { do: "ignore", why: "malformed" };
  const { merchantRequestId, checkoutRequestId } = told;
  if (payment.checkoutRequestId === null) {
    if (payment.status === "created" || payment.status === "submitting") return { do: "wait" };
    if (told.kind === "failed" && !isOpen(payment.status)) return { do: "ignore", why: "repeated" };
    if (!isPaid(payment.status)) return { do: "adopt", merchantRequestId, checkoutRequestId };
  }
  if (payment.checkoutRequestId !== checkoutRequestId || payment.merchantRequestId !== merchantRequestId)
    return { do: "ignore", why: "ids_differ" };
  return told.kind === "failed" ? ended(payment, told.code, listed) : came(payment, told, listed);
}

function ended(payment: Payment, code: string, listed: boolean): Verdict {
  if (isPaid(payment.status)) return { do: "ignore", why: "already_paid" };
  if (!isOpen(payment.status) && payment.status !== "needs_review") return { do: "ignore", why: "repeated" };
  return listed ? { do: "fail", code } : { do: "ask", why: "unlisted" };
}

function came(payment: Payment, told: StkCallback & { kind: "paid" }, listed: boolean): Verdict {
  const { amountKes, receipt, at } = told;
  if (amountKes !== null && amountKes * 100 !== payment.amountMinor) return { do: "ask", why: "amount_differs" };
  const whole = amountKes !== null && receipt !== null;
  if (isPaid(payment.status))
    return whole && listed && payment.proof !== "callback"
      ? { do: "complete", receipt, at }
      : { do: "ignore", why: "already_paid" };
  if (!whole) return { do: "ask", why: "incomplete" };
  return listed ? { do: "settle", receipt, at } : { do: "ask", why: "unlisted" };
}
