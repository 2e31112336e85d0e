import type { NotSent, Rejected, Unknown } from "../client";
import { type Answer, isRateLimit, lacksProduct } from "./ask";

const laterSeconds = 60;
const quotaSeconds = 600;

/** Every answer but the good one, for calls that change something: whatever is not surely refused may have happened. */
export function refusalOf(answer: Exclude<Answer, { kind: "body" }>): Rejected | NotSent | Unknown {
  if (answer.kind === "no_token") return withoutToken(answer.token);
  if (answer.kind === "silent")
    return answer.sent ? { kind: "unknown", detail: answer.detail } : notSent("unreachable", laterSeconds);
  if (isRateLimit(answer)) {
    const words = answer.kind === "error" ? `${answer.code} ${answer.message}` : "";
    if (/500\.003\.03|quota/i.test(words)) return notSent("quota", answer.retryAfterSeconds ?? quotaSeconds);
    const why = answer.kind === "error" && /busy/i.test(answer.message) ? "busy" : "rate_limited";
    return notSent(why, answer.retryAfterSeconds ?? laterSeconds);
  }
  if (answer.kind === "unreadable") return { kind: "unknown", detail: `HTTP ${answer.status}` };
  const { code, message } = answer;
  if (lacksProduct(answer)) return { kind: "rejected", why: "account", code, message };
  // One code with four meanings.
  if (code === "500.001.1001") {
    if (/unable to lock/i.test(message)) return notSent("phone_busy", laterSeconds);
    if (isAccountFault(message)) return { kind: "rejected", why: "account", code, message };
  }
  if (code === "404.001.01") return { kind: "rejected", why: "account", code, message };
  if (/^40\d\./.test(code)) {
    const why = /BusinessShortCode|ShortCode|PartyB|Initiator|SecurityCredential/i.test(message) ? "account" : "input";
    return { kind: "rejected", why, code, message };
  }
  return { kind: "unknown", detail: `HTTP ${answer.status} ${code}`.trim() };
}

export const isAccountFault = (message: string): boolean => /merchant does not exist|wrong credentials/i.test(message);

export function withoutToken(token: Extract<Answer, { kind: "no_token" }>["token"]): Rejected | NotSent {
  if (token.kind === "refused")
    return { kind: "rejected", why: "account", code: "oauth", message: "The key or the secret is wrong" };
  if (token.kind === "rate_limited") return notSent("rate_limited", token.retryAfterSeconds);
  return notSent("unreachable", laterSeconds);
}

const notSent = (why: NotSent["why"], retryAfterSeconds: number): NotSent => ({
  kind: "not_sent",
  why,
  retryAfterSeconds,
});
